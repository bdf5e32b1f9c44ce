// Faults of behaviour: the list, and some of each way of making one.
#include "runners/host/mutants/apply.h"

#include "runners/host/mutants/behaviours/tools.h"
#include "runners/host/mutants/faults.h"
#include "runners/host/tests/broken_call.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>

namespace wali::host::mutants {
namespace {

class Behaviours : public BrokenCall {
protected:
  void TearDown() override { recover(); }

  void become_one(std::string_view name) {
    recover();
    const auto mutant = find_mutant(name);
    ASSERT_TRUE(mutant) << name;
    become(*mutant);
  }

  // The call as a module meets it: on the test's handler, or on the host's own.
  template <class... Values>
  int64_t linked(Handler inner, std::string_view name, Values... values) {
    Arguments arguments;
    size_t index = 0;
    ((arguments[index++] = static_cast<int64_t>(values)), ...);
    return substitute({abi::find_syscall(name), inner, name})(guest.thread(), arguments);
  }
  template <class... Values> int64_t own(abi::Call call, std::string_view name, Values... values) {
    return linked(find_handler(call), name, values...);
  }

  // A fork whose child ends with what `ask` says.
  static inline int (*asked)();
  int in_child(std::string_view fault, int (*ask)()) {
    asked = ask;
    become_one(fault);
    right = [](const Arguments &) -> int64_t { return ::fork(); };
    const int64_t pid = linked(handler, "fork");
    if (pid == 0)
      _exit(asked());
    int status = 0;
    waitpid(static_cast<pid_t>(pid), &status, 0);
    return WEXITSTATUS(status);
  }
};

TEST_F(Behaviours, EachIsOfCallsThatExistAndSaysWhatIsWrong) {
  std::set<std::string_view> calls;
  size_t count = 0;
  for (std::span<const Behaviour> family : all_behaviours())
    for (const Behaviour &behaviour : family) {
      ++count;
      calls.insert(behaviour.call);
      const std::string name = std::string(behaviour.call) + ":" + std::string(behaviour.name);
      const auto found = find_mutant(std::string(behaviour.call) + ":behaviour(" +
                                     std::string(behaviour.name) + ")");
      ASSERT_TRUE(found) << name;
      EXPECT_EQ(found->behaviour, &behaviour) << "two of one name: " << name;
      EXPECT_GT(behaviour.sentence.size(), 15u) << name;
      EXPECT_NE(behaviour.sentence.back(), '.') << name;
      bool acts = behaviour.advice || behaviour.in_new_thread;
      for (const Behaviour::Elsewhere &elsewhere : behaviour.elsewhere) {
        EXPECT_EQ(elsewhere.call.empty(), elsewhere.advice == nullptr) << name;
        EXPECT_NE(elsewhere.call, behaviour.call) << name;
        acts |= elsewhere.advice != nullptr;
        EXPECT_TRUE(elsewhere.call.empty() || abi::find_syscall(elsewhere.call))
            << name << " advises " << elsewhere.call;
      }
      EXPECT_TRUE(acts) << name << " does nothing";
    }
  EXPECT_GE(count, 600u);
  EXPECT_GE(calls.size(), 130u);
}

TEST_F(Behaviours, CallsThatAreNotAdvisedStayWhatTheyAre) {
  become_one("fork:behaviour(inherits-times)");
  const auto of = [](std::string_view name) {
    return substitute({abi::find_syscall(name), handler, name});
  };
  EXPECT_EQ(of("read"), handler);
  EXPECT_NE(of("fork"), handler);
  EXPECT_NE(of("getrusage"), handler) << "advised for a fault of fork";
}

TEST_F(Behaviours, AChildIsChangedAndItsParentIsNot) {
  const mode_t before = umask(027);
  EXPECT_EQ(in_child("fork:behaviour(resets-umask)", [] { return int(umask(0)); }), 022);
  EXPECT_EQ(umask(before), 027);
  EXPECT_EQ(in_child("fork:behaviour(begins-a-group)", [] { return int(getpgid(0) == getpid()); }),
            1);
}

TEST_F(Behaviours, AChildHasWhatItsParentHad) {
  const itimerval hour{{0, 0}, {3600, 0}};
  setitimer(ITIMER_REAL, &hour, nullptr);
  const auto ask = [] {
    itimerval now{};
    getitimer(ITIMER_REAL, &now);
    return int(now.it_value.tv_sec > 3000);
  };
  EXPECT_EQ(in_child("fork:behaviour(inherits-the-alarm)", ask), 1);
  EXPECT_EQ(in_child("fork:behaviour(resets-umask)", ask), 0);
  const itimerval none{};
  setitimer(ITIMER_REAL, &none, nullptr);
}

TEST_F(Behaviours, ALimitIsToldAndHasNoEffect) {
  become_one("setrlimit:behaviour(nofile-without-effect)");
  ::rlimit before, after;
  ::getrlimit(RLIMIT_NOFILE, &before);
  guest.put(buffer, ::rlimit{7, before.rlim_max});
  EXPECT_EQ(own(abi::Call::setrlimit, "setrlimit", RLIMIT_NOFILE, buffer), 0);
  EXPECT_EQ(own(abi::Call::getrlimit, "getrlimit", RLIMIT_NOFILE, second), 0);
  EXPECT_EQ(guest.get<::rlimit>(second).rlim_cur, 7u);
  ::getrlimit(RLIMIT_NOFILE, &after);
  EXPECT_EQ(after.rlim_cur, before.rlim_cur);
}

TEST_F(Behaviours, SeveralAtOnce) {
  become_one("dup:behaviour(copies-close-on-exec)");
  become(*find_mutant("dup:result-plus-one"));
  const int fd = open("/", O_RDONLY | O_CLOEXEC);
  const int64_t copy = own(abi::Call::dup, "dup", fd) - 1;
  EXPECT_EQ(fcntl(static_cast<int>(copy), F_GETFD), FD_CLOEXEC);
  close(static_cast<int>(copy));
  close(fd);
}

TEST_F(Behaviours, WhatIsRememberedByKey) {
  Remembered<int> notes;
  notes[7] = 1;
  EXPECT_EQ(*notes.find(7), 1);
  EXPECT_EQ(notes.find(8), nullptr);
  for (uint64_t key = 100; key < 500; ++key)
    notes[key] = 2;
  EXPECT_EQ(notes.find(7), nullptr) << "the oldest go";
  notes.forget(499);
  EXPECT_EQ(notes.find(499), nullptr);
}

TEST_F(Behaviours, KindsOfDescriptors) {
  int pipe[2], pair[2];
  ASSERT_EQ(::pipe(pipe), 0);
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
  const auto epoll = kernel_call(SYS_epoll_create1, 0), counter = kernel_call(SYS_eventfd2, 0, 0);
  EXPECT_TRUE(is_pipe(pipe[0]));
  EXPECT_FALSE(is_regular(pipe[0]));
  EXPECT_TRUE(is_socket_of(pair[0], AF_UNIX, SOCK_STREAM));
  EXPECT_FALSE(is_tcp(pair[0]));
  EXPECT_TRUE(is_epoll(epoll));
  EXPECT_TRUE(is_counter(counter));
  EXPECT_NE(identity_of(pair[0]), identity_of(pair[1]));
  for (int64_t fd :
       {int64_t{pipe[0]}, int64_t{pipe[1]}, int64_t{pair[0]}, int64_t{pair[1]}, epoll, counter})
    close(static_cast<int>(fd));
}

} // namespace
} // namespace wali::host::mutants
