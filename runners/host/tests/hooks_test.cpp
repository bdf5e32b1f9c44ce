// Hooks run at their moment, on the thread that it concerns, and only there.
#include "runners/host/mutants/hooks.h"

#include "runners/host/linking/registry.h"
#include "runners/host/mutants/apply.h"
#include "runners/host/mutants/operators.h"
#include "runners/host/tests/scripted_guest.h"

#include <atomic>
#include <cerrno>

namespace wali::host {
namespace {

// What the hooks of this file saw.
std::atomic<int> runs = 0, tid = 0;
SignalSet mask = 0;

void note(Thread &thread) {
  EXPECT_EQ(&thread, &Thread::current());
  tid = static_cast<int>(thread.syscall(SYS_gettid));
  raw_syscall(SYS_rt_sigprocmask, SIG_BLOCK, 0, raw_pointer(&mask), sizeof mask);
  ++runs;
}

int64_t call(Thread &thread, abi::Call call, std::initializer_list<int64_t> values = {}) {
  Arguments arguments;
  size_t index = 0;
  for (int64_t value : values)
    arguments[index++] = value;
  thread.enter_host();
  const int64_t result = find_handler(call)(thread, arguments);
  EXPECT_TRUE(thread.leave_host());
  return result;
}

TEST(Hooks, OneIsHungUpOnce) {
  EXPECT_FALSE(has_hooks());
  add_hook({Moment::execve, note});
  add_hook({Moment::execve, note});
  add_hook({Moment::fork_child, note});
  EXPECT_EQ(hooks::active.size(), 2u);
  remove_hooks();
  EXPECT_FALSE(has_hooks());
}

// It comes into force with the import whose call its mutant breaks, and only then.
TEST(Hooks, ComesWithItsMutant) {
  static constexpr mutants::Operator op{.name = "noted", .hook = {Moment::fork_child, note}};
  const auto substitute = [](abi::Call call) {
    const abi::Syscall &syscall = abi::syscalls()[static_cast<size_t>(call)];
    return mutants::substitute({&syscall, find_handler(call), syscall.name});
  };
  mutants::become({&abi::syscalls()[static_cast<size_t>(abi::Call::fork)], &op, {}});
  EXPECT_EQ(substitute(abi::Call::getpid), find_handler(abi::Call::getpid));
  EXPECT_FALSE(has_hooks());
  EXPECT_EQ(substitute(abi::Call::fork), find_handler(abi::Call::fork)); // the call is as it was
  EXPECT_TRUE(has_hooks());
  mutants::recover();
  EXPECT_FALSE(has_hooks());
}

TEST(Hooks, InTheChildOfFork) {
  run({.start =
           [](Thread &thread) {
             add_hook({Moment::fork_child, note});
             const SignalSet blocked = signal_bit(SIGUSR1);
             set_signal_mask(blocked);
             const int64_t child = call(thread, abi::Call::fork);
             if (child == 0)
               _exit(runs == 1 && tid == getpid() && mask == blocked ? 7 : 1);
             int status;
             waitpid(static_cast<pid_t>(child), &status, 0);
             EXPECT_EQ(WEXITSTATUS(status), 7);
             EXPECT_EQ(runs, 0); // not in the parent
           },
       .handlers = {}});
}

TEST(Hooks, AtAThreadsStart) {
  static std::atomic<int> ran = 0;
  run({.start =
           [](Thread &thread) {
             add_hook({Moment::thread_start, note});
             thread.enter_host();
             const int32_t spawned = thread.process().spawn(thread, 1, 0);
             EXPECT_TRUE(thread.leave_host());
             while (ran == 0)
               raw_syscall(SYS_sched_yield);
             EXPECT_EQ(runs, 1);
             EXPECT_EQ(tid, spawned);
             EXPECT_EQ(mask, SignalSet{0}); // not with all blocked, as the host begins it
           },
       .handlers = {{}, [](Thread &, int) { ran = 1; }}});
}

// A handler that a hook has made due runs before the thread's function.
TEST(Hooks, ASignalFromAHookIsDelivered) {
  static std::atomic<int> handled = 0, ran = 0;
  const auto raise_signal = [](Thread &thread) {
    thread.syscall(SYS_tgkill, getpid(), raw_syscall(SYS_gettid), SIGUSR1);
  };
  run({.start =
           [raise_signal](Thread &thread) {
             const SignalAction action{.handler = 1, .flags = 0, .mask = 0};
             EXPECT_EQ(thread.process().signals.exchange(SIGUSR1, &action, nullptr), 0);
             add_hook({Moment::thread_start, raise_signal});
             thread.enter_host();
             thread.process().spawn(thread, 2, 0);
             EXPECT_TRUE(thread.leave_host());
             while (ran == 0)
               raw_syscall(SYS_sched_yield);
             EXPECT_EQ(ran, 2);
           },
       .handlers = {{},
                    [](Thread &, int) { handled = 1; },
                    [](Thread &, int) { ran = handled == 1 ? 2 : 1; }}});
}

TEST(Hooks, BeforeExecve) {
  run({.start =
           [](Thread &thread) {
             add_hook({Moment::execve, note});
             EXPECT_EQ(call(thread, abi::Call::execve, {0, 0, 0}), -EFAULT);
             EXPECT_EQ(runs, 1);
           },
       .handlers = {}});
}

} // namespace
} // namespace wali::host
