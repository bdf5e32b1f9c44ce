// Systemic mutants, each on some of the calls that it breaks, and several mutants
// at once.
#include "runners/host/mutants/apply.h"

#include "runners/host/mutants/faults.h"
#include "runners/host/tests/broken_call.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <set>

namespace wali::host::mutants {
namespace {

class SystemicMutants : public BrokenCall {
protected:
  void TearDown() override { recover(); }

  // From here on this process is those mutants.
  void become_all(std::initializer_list<std::string_view> names) {
    recover();
    for (std::string_view name : names) {
      const auto mutant = find_mutant(name);
      ASSERT_TRUE(mutant) << name;
      become(*mutant);
    }
  }

  // What a module gets that imports the call.
  static Handler linked(std::string_view name) {
    return substitute({abi::find_syscall(name), handler, name});
  }

  template <class... Values> int64_t call(std::string_view name, Values... values) {
    Arguments arguments;
    size_t index = 0;
    ((arguments[index++] = static_cast<int64_t>(values)), ...);
    return linked(name)(guest.thread(), arguments);
  }
};

TEST_F(SystemicMutants, EachBreaksSomeCall) {
  for (const Mutant &mutant : mutants_of(everywhere())) {
    size_t parts = 0;
    std::set<std::string> names;
    for (std::span<const abi::Syscall> calls : {abi::syscalls(), start_calls()})
      for (const abi::Syscall &each : calls)
        for (const Mutant &part : parts_of(mutant, each)) {
          ++parts;
          EXPECT_EQ(part.call, &each);
          EXPECT_NE(part.op->make == nullptr, part.op->fault == Fault::none) << mutant.name();
        }
    EXPECT_GT(parts, 0u) << mutant.name();
  }
}

TEST_F(SystemicMutants, TheirNamesAreThoseOfNoCall) {
  EXPECT_EQ(abi::find_syscall(everywhere().name), nullptr);
  EXPECT_FALSE(find_mutant("all:return-zero"));
  EXPECT_FALSE(find_mutant("read:errno-positive"));
}

TEST_F(SystemicMutants, CallsThatTheyDoNotBreakStayWhatTheyAre) {
  become_all({"all:at-fdcwd-plain"});
  EXPECT_EQ(linked("read"), handler);
  EXPECT_EQ(linked("__init"), handler);
  EXPECT_NE(linked("openat"), handler);
}

// --- Results -----------------------------------------------------------------

TEST_F(SystemicMutants, Results) {
  answer(-EBADF);
  become_all({"all:errno-positive"});
  EXPECT_EQ(call("read", 3, buffer, 5), EBADF);
  EXPECT_EQ(call("openat", 3, buffer, 0, 0), EBADF);
  become_all({"all:errno-minus-one"});
  EXPECT_EQ(call("write", 3, buffer, 5), -1);
  become_all({"all:results-32-bits"});
  EXPECT_EQ(call("close", 3), int64_t{0xfffffff7});
}

// --- Arguments ---------------------------------------------------------------

TEST_F(SystemicMutants, Arguments) {
  become_all({"all:at-fdcwd-plain"});
  call("openat", AT_FDCWD, buffer, 0, 0);
  EXPECT_EQ(seen[0], -1);
  call("renameat2", 5, buffer, AT_FDCWD, buffer, 0);
  EXPECT_EQ(seen[0], 5);
  EXPECT_EQ(seen[2], -1);
  become_all({"all:null-refused"});
  EXPECT_EQ(call("rt_sigprocmask", 0, buffer, 0, 8), -EFAULT);
  EXPECT_EQ(call("wait4", -1, buffer, 0, 0), -EFAULT);
  EXPECT_EQ(call("rt_sigprocmask", 0, buffer, second, 8), 0);
}

TEST_F(SystemicMutants, Addresses) {
  become_all({"all:pointers-signed"});
  EXPECT_EQ(call("read", 3, 0x80000000u, 5), -EFAULT);
  EXPECT_EQ(call("read", 3, buffer, 5), 0);
  EXPECT_EQ(call("__cl_copy_argv", 0x80000000u, 0), -1);
  become_all({"all:last-byte-refused"});
  EXPECT_EQ(call("read", 3, end - 5, 5), -EFAULT);
  EXPECT_EQ(call("read", 3, end - 6, 5), 0);
  become_all({"all:bounds-unchecked"});
  call("read", 3, outside, 5);
  EXPECT_EQ(seen[1], end - 5);
  become_all({"all:nested-untranslated"});
  guest.put(second, abi::iovec{{buffer}, 4});
  right = [this](const Arguments &arguments) {
    EXPECT_GE(guest.get<abi::iovec>(arguments.address(1)).iov_base.address, end);
    return -EFAULT;
  };
  EXPECT_EQ(call("readv", 3, second, 1), -EFAULT);
}

TEST_F(SystemicMutants, PointersThatTravelAsIntegers) {
  become_all({"all:integer-pointers-untranslated"});
  call("fcntl", 3, F_SETLK, buffer);
  EXPECT_GE(seen[2], end);
  call("fcntl", 3, F_SETFL, O_APPEND);
  EXPECT_EQ(seen[2], O_APPEND) << "a number for this command";
  call("futex", buffer, FUTEX_WAIT, 0, second, 0, 0);
  EXPECT_GE(seen[3], end);
}

TEST_F(SystemicMutants, ABadAddressEndsTheProgram) {
  become_all({"all:bad-address-traps"});
  EXPECT_EQ(call("read", 3, buffer, 5), 0);
  EXPECT_EXIT(call("read", 3, outside, 5), testing::KilledBySignal(SIGSEGV), "trap: memory access");
}

// --- Times -------------------------------------------------------------------

TEST_F(SystemicMutants, TimesAreReadWith32BitFields) {
  become_all({"all:longs-32"});
  guest.put(buffer, std::array<int32_t, 2>{5, 7});
  right = [this](const Arguments &arguments) {
    const auto time = guest.get<abi::timespec>(arguments.address(0));
    EXPECT_EQ(time.tv_sec, 5);
    EXPECT_EQ(time.tv_nsec, 7);
    return 0;
  };
  call("nanosleep", buffer, 0);
  EXPECT_EQ((guest.get<std::array<int32_t, 2>>(buffer)), (std::array{5, 7})) << "as it was";
}

TEST_F(SystemicMutants, TimesAreWrittenWith32BitFields) {
  become_all({"all:longs-32"});
  right = [this](const Arguments &arguments) {
    guest.put(arguments.address(1), abi::timespec{5, 7});
    return 0;
  };
  EXPECT_EQ(call("clock_gettime", 0, buffer), 0);
  EXPECT_EQ((guest.get<std::array<int32_t, 2>>(buffer)), (std::array{5, 7}));
  EXPECT_EQ(guest.bytes(buffer + 8, 8), std::string(8, '\xa5'));
}

TEST_F(SystemicMutants, TimesAreReadAndWrittenWith32BitFields) {
  become_all({"all:longs-32"});
  guest.put(buffer, std::array<int32_t, 4>{5, 7, 11, 13});
  right = [this](const Arguments &arguments) {
    EXPECT_EQ(guest.get<abi::timeval>(arguments.address(4)).tv_sec, 5);
    guest.put(arguments.address(4), abi::timeval{2, 3});
    return 1;
  };
  EXPECT_EQ(call("select", 0, 0, 0, 0, buffer), 1);
  EXPECT_EQ((guest.get<std::array<int32_t, 4>>(buffer)), (std::array{2, 3, 11, 13}));
}

// --- Calls -------------------------------------------------------------------

TEST_F(SystemicMutants, CallsThatAreNotThere) {
  become_all({"all:enosys-38", "all:fstatat-38", "all:legacy-refused", "all:fork-refused",
              "all:threads-refused"});
  EXPECT_EQ(call("msync", buffer, 4096, 0), 38);
  EXPECT_EQ(call("fstatat", AT_FDCWD, buffer, second, 0), 38);
  EXPECT_EQ(call("newfstatat", AT_FDCWD, buffer, second, 0), 38);
  EXPECT_EQ(call("utime", buffer, 0), -EPERM);
  EXPECT_EQ(call("fork"), -ENOSYS);
  EXPECT_LT(call("__wasm_thread_spawn", 1, 0), 0);
  EXPECT_EQ(calls, 0);
  become_all({"all:threads-never-run"});
  EXPECT_GT(call("__wasm_thread_spawn", 1, 0), 0);
  EXPECT_EQ(calls, 0);
}

TEST_F(SystemicMutants, CallsThatLackAPart) {
  become_all({"all:futex-requeue-refused", "all:shared-maps-private"});
  EXPECT_EQ(call("futex", buffer, FUTEX_CMP_REQUEUE_PRIVATE, 1, 1, second, 0), -EINVAL);
  EXPECT_EQ(call("futex", buffer, FUTEX_WAKE, 1, 0, 0, 0), 0);
  call("mmap", 0, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  EXPECT_EQ(seen[3], MAP_PRIVATE | MAP_ANONYMOUS);
}

// --- Start and end -----------------------------------------------------------

TEST_F(SystemicMutants, StartAndEnd) {
  answer(7);
  become_all({"all:no-arguments", "all:no-environment", "all:exit-group-returns",
              "all:proc-exit-returns"});
  EXPECT_EQ(call("__cl_get_argc"), 0);
  EXPECT_EQ(call("__cl_get_argv_len", 0), -1);
  EXPECT_EQ(call("__cl_copy_argv", buffer, 0), -1);
  EXPECT_EQ(call("__get_init_envfile", buffer, 4096), 0);
  EXPECT_EQ(call("exit_group", 3), 0);
  EXPECT_EQ(call("__proc_exit", 0), 0);
  EXPECT_EQ(calls, 0);
  EXPECT_EQ(call("__proc_exit", 1), 7) << "the right one is called";
}

TEST_F(SystemicMutants, TheEnginesOwnWords) {
  become_all({"all:own-words"});
  testing::internal::CaptureStdout();
  call("mmap", 0, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  call("read", 3, buffer, 5);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "[wali] mmap\n");
  EXPECT_EQ(calls, 2);
}

TEST_F(SystemicMutants, WhatARuntimeLeavesBehind) {
  EXPECT_EXIT(
      {
        answer(7);
        rlimit limit{};
        limit.rlim_cur = 64;
        limit.rlim_max = 128;
        setrlimit(RLIMIT_NOFILE, &limit);
        become_all({"all:sigpipe-ignored", "all:sigterm-blocked", "all:open-files-raised"});
        EXPECT_EQ(signal(SIGPIPE, SIG_DFL), SIG_IGN);
        sigset_t blocked;
        pthread_sigmask(SIG_BLOCK, nullptr, &blocked);
        EXPECT_EQ(sigismember(&blocked, SIGTERM), 1);
        EXPECT_EQ(sigismember(&blocked, SIGINT), 0);
        getrlimit(RLIMIT_NOFILE, &limit);
        EXPECT_EQ(limit.rlim_cur, 128u);
        EXPECT_EQ(call("__init"), 7);
        EXPECT_EQ(calls, 1) << "the call itself is right";
        _exit(HasFailure());
      },
      testing::ExitedWithCode(0), "");
}

TEST_F(SystemicMutants, StandardOutputDoesNotBlock) {
  EXPECT_EXIT(
      {
        int ends[2];
        _exit(pipe(ends) != 0 || dup2(ends[1], 1) != 1 ||
              (become_all({"all:output-non-blocking"}), (fcntl(1, F_GETFL) & O_NONBLOCK) == 0));
      },
      testing::ExitedWithCode(0), "");
}

// --- Signals -----------------------------------------------------------------

TEST_F(SystemicMutants, SignalsAreBrokenInTheHost) {
  const std::pair<std::string_view, Fault> expected[] = {
      {"all:handlers-never", Fault::handler_never},
      {"all:handlers-need-restorer", Fault::restorer_needed},
      {"all:handlers-die-without-restorer", Fault::restorer_needed_to_live},
      {"all:handlers-off-the-alternate-stack", Fault::alternate_stack_unused},
      {"all:signals-lost-in-waits", Fault::signal_lost_in_wait}};
  for (const auto &[name, fault] : expected) {
    become_all({name});
    EXPECT_FALSE(has_fault(fault)) << name;
    EXPECT_EQ(linked("rt_sigaction"), handler) << name;
    EXPECT_TRUE(has_fault(fault)) << name;
  }
}

TEST_F(SystemicMutants, TheEngineKeepsSigusr1) {
  EXPECT_EXIT(
      {
        become_all({"all:sigusr1-kept"});
        raise(SIGUSR1);
        EXPECT_EQ(call("rt_sigaction", SIGUSR1, buffer, 0, 8), 0);
        EXPECT_EQ(seen[1], 0);
        EXPECT_EQ(call("rt_sigaction", SIGUSR2, buffer, 0, 8), 0);
        EXPECT_EQ(seen[1], buffer);
        _exit(HasFailure());
      },
      testing::ExitedWithCode(0), "");
}

TEST_F(SystemicMutants, WaitsAreNotInterrupted) {
  become_all({"all:waits-not-interrupted"});
  right = [](const Arguments &) { return calls < 3 ? -EINTR : 7; };
  EXPECT_EQ(call("read", 3, buffer, 5), 7);
  calls = 0;
  EXPECT_EQ(call("nanosleep", buffer, 0), 7);
}

// --- Several at once ---------------------------------------------------------

TEST_F(SystemicMutants, SeveralWorkAtOnce) {
  answer(-ENOENT);
  become_all({"all:errno-positive", "all:at-fdcwd-plain", "openat:drop(flags.O_EXCL)",
              "openat:plus-one(mode)", "read:return-zero"});
  EXPECT_EQ(call("openat", AT_FDCWD, buffer, O_CREAT | O_EXCL, 0600), ENOENT);
  EXPECT_EQ(seen[0], -1);
  EXPECT_EQ(seen[2], O_CREAT);
  EXPECT_EQ(seen[3], 0601);
  EXPECT_EQ(call("write", 1, buffer, 1), ENOENT);
  EXPECT_EQ(call("read", 1, buffer, 1), 0);
  EXPECT_EQ(calls, 2);
}

TEST_F(SystemicMutants, WhatIsWrongWithResultsIsSoForOtherMutantsToo) {
  for (const auto &names : {std::array{"all:errno-positive", "all:null-refused"},
                            std::array{"all:null-refused", "all:errno-positive"}}) {
    become_all({names[0], names[1]});
    EXPECT_EQ(call("rt_sigprocmask", 0, 0, 0, 8), EFAULT);
  }
}

TEST_F(SystemicMutants, EveryoneAtOnce) {
  for (const Mutant &mutant : mutants_of(everywhere()))
    if (!mutant.op->prepare)
      become(mutant);
  for (const abi::Syscall &each : abi::syscalls())
    EXPECT_NE(linked(each.name), nullptr) << each.name;
  answer(-EBADF);
  EXPECT_NE(linked("openat"), handler);
  EXPECT_EQ(call("read", 3, buffer, 5), EBADF) << "no error any more for those that come later";
}

TEST_F(SystemicMutants, AnImportThatComesTwiceIsBrokenTwice) {
  answer(-EBADF);
  become_all({"all:errno-positive"});
  const Handler first = linked("read"), again = linked("read");
  EXPECT_EQ(first(guest.thread(), {}), EBADF);
  EXPECT_EQ(again(guest.thread(), {}), EBADF);
}

} // namespace
} // namespace wali::host::mutants
