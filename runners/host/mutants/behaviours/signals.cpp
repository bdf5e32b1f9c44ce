// Signals: whom they reach, what is pending and blocked, and what waits for them.
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <atomic>
#include <string>

#include "runners/host/mutants/behaviours/tools.h"
#include "runners/host/running/kernel_action.h"
#include "runners/host/running/reserved.h"

namespace wali::host::mutants {
namespace {

constexpr SignalSet real_time = ~((SignalSet{1} << 31) - 1);

// --- kill and tkill ----------------------------------------------------------

// A signal to this process as if kill or tkill had sent it, whichever of its threads
// it goes to.
siginfo_t sent_by_oneself(int signo, int code) {
  siginfo_t info{};
  info.si_signo = signo;
  info.si_code = code;
  info._sifields._kill.si_pid = getpid();
  info._sifields._kill.si_uid = static_cast<uid_t>(kernel_call(SYS_getuid));
  return info;
}
int64_t send_to_thread(int64_t thread, int signo, int code) {
  const siginfo_t info = sent_by_oneself(signo, code);
  return kernel_call(SYS_rt_tgsigqueueinfo, getpid(), thread, signo, &info);
}

bool is_for_oneself(Invocation &call) { return call.arguments.i32(0) == getpid(); }
int64_t to_the_first_thread(Invocation &call) {
  if (!is_for_oneself(call))
    return call.call();
  return send_to_thread(getpid(), call.arguments.i32(1), SI_USER);
}
int64_t to_the_calling_thread(Invocation &call) {
  if (!is_for_oneself(call))
    return call.call();
  return send_to_thread(call.thread.id(), call.arguments.i32(1), SI_USER);
}
int64_t to_the_leader_alone(Invocation &call) {
  const int pid = call.arguments.i32(0);
  if (pid == 0)
    call.arguments[0] = kernel_call(SYS_getpgid, 0);
  else if (pid < -1)
    call.arguments[0] = -int64_t{pid};
  return call.call();
}
int64_t everybody_and_oneself(Invocation &call) {
  const int64_t result = call.call();
  if (call.arguments.i32(0) == -1 && result == 0)
    kernel_call(SYS_kill, getpid(), call.arguments[1]);
  return result;
}
int64_t the_group_without_oneself(Invocation &call) {
  const int pid = call.arguments.i32(0), signo = call.arguments.i32(1);
  if (pid != 0 || signo <= 0 || is_reserved(signo) || signo == SIGKILL || signo == SIGSTOP)
    return call.call();
  // The caller's own is taken from it before it can be seen.
  const SignalSet signal = signal_bit(signo);
  const timespec now{};
  SignalSet before = 0;
  kernel_call(SYS_rt_sigprocmask, SIG_BLOCK, &signal, &before, sizeof signal);
  const int64_t result = kernel_call(SYS_kill, 0, signo);
  kernel_call(SYS_rt_sigtimedwait, &signal, nullptr, &now, sizeof signal);
  set_signal_mask(before);
  return result;
}
int64_t asking_needs_no_right(Invocation &call) {
  const int64_t result = call.call();
  return call.arguments.i32(1) == 0 && result == -EPERM ? 0 : result;
}

bool is_own_thread(int64_t tid) {
  const std::string path = "/proc/self/task/" + std::to_string(tid);
  return kernel_call(SYS_access, path.c_str(), F_OK) == 0;
}
int64_t to_the_process(Invocation &call) {
  if (!is_own_thread(call.arguments.i32(0)))
    return call.call();
  const int signo = call.arguments.i32(1);
  const siginfo_t info = sent_by_oneself(signo, SI_TKILL);
  return kernel_call(SYS_rt_sigqueueinfo, getpid(), signo, &info);
}
int64_t own_threads_alone(Invocation &call) {
  const int tid = call.arguments.i32(0);
  return tid > 0 && !is_own_thread(tid) ? -ESRCH : call.call();
}

// --- Actions -----------------------------------------------------------------

SignalSet pending_now() {
  SignalSet pending = 0;
  kernel_call(SYS_rt_sigpending, &pending, sizeof pending);
  return pending;
}
int64_t ignoring_keeps_pending(Invocation &call) {
  const int signo = call.arguments.i32(0);
  const SignalSet before = pending_now();
  const int64_t result = call.call();
  // It is blocked: else it would not have been pending.
  if (result == 0 && (before & ~pending_now() & signal_bit(signo)) != 0)
    send_to_thread(call.thread.id(), signo, SI_USER);
  return result;
}
int64_t change_discards_pending(Invocation &call) {
  const int signo = call.arguments.i32(0);
  const bool changes = call.arguments[1] != 0;
  const SignalSet signal = signo > 0 && signo <= 64 ? signal_bit(signo) : 0;
  const timespec now{};
  const int64_t result = call.call();
  while (result == 0 && changes && (pending_now() & signal) != 0 &&
         kernel_call(SYS_rt_sigtimedwait, &signal, nullptr, &now, sizeof signal) > 0) {
  }
  return result;
}
int64_t installing_unblocks(Invocation &call) {
  const abi::k_sigaction action = pointed_to<abi::k_sigaction>(call, 1);
  const int64_t result = call.call();
  if (result == 0 && action.handler != SignalAction::sig_default &&
      action.handler != SignalAction::sig_ignore) {
    const SignalSet signal = signal_bit(call.arguments.i32(0));
    kernel_call(SYS_rt_sigprocmask, SIG_UNBLOCK, &signal, nullptr, sizeof signal);
  }
  return result;
}
// --- Masks -------------------------------------------------------------------

// The mask that some thread has set last, for all others to find.
std::atomic<SignalSet> common_mask = 0;
std::atomic<int> common_masks_thread = 0;
int64_t mask_of_the_process(Invocation &call) {
  const int setter = common_masks_thread;
  if (setter != 0 && setter != call.thread.id())
    set_signal_mask(kernel_mask(common_mask));
  const int64_t result = call.call();
  SignalSet now = 0;
  kernel_call(SYS_rt_sigprocmask, SIG_SETMASK, nullptr, &now, sizeof now);
  if (result == 0 && call.arguments[1] != 0) {
    common_mask = now;
    common_masks_thread = call.thread.id();
  }
  return result;
}
int64_t real_time_told_alone(Invocation &call) {
  static thread_local SignalSet told = 0;
  if (told != 0) // as the guest believes it to be
    kernel_call(SYS_rt_sigprocmask, SIG_BLOCK, &told, nullptr, sizeof told);
  const int64_t result = call.call();
  SignalSet now = 0;
  kernel_call(SYS_rt_sigprocmask, SIG_SETMASK, nullptr, &now, sizeof now);
  told = now & real_time;
  kernel_call(SYS_rt_sigprocmask, SIG_UNBLOCK, &told, nullptr, sizeof told);
  return result;
}

// --- Pending signals ---------------------------------------------------------

// A set of /proc/thread-self/status: SigPnd is the thread's, ShdPnd the process's.
SignalSet set_in_status(const char *word) {
  char text[4096] = {};
  const int64_t fd = kernel_call(SYS_open, "/proc/thread-self/status", O_RDONLY | O_CLOEXEC);
  kernel_call(SYS_read, fd, text, sizeof text - 1);
  kernel_call(SYS_close, fd);
  const char *line = strstr(text, word);
  return line ? strtoull(line + strlen(word), nullptr, 16) : 0;
}
constexpr char of_thread[] = "\nSigPnd:", of_process[] = "\nShdPnd:";
template <class Change> int64_t told_pending(Invocation &call, Change change) {
  const int64_t result = call.call();
  SignalSet told = pointed_to<SignalSet>(call, 0);
  change(told);
  if (result == 0 && call.arguments[1] == sizeof told)
    put(call, 0, told);
  return result;
}
template <const char *word> int64_t pending_without(Invocation &call) {
  return told_pending(call, [](SignalSet &told) { told &= ~set_in_status(word); });
}

// --- Waiting for a signal ----------------------------------------------------

// Runs the handlers that are due, inside of the call.
void deliver_now(Thread &thread) {
  Busy busy(thread);
  if (thread.signals.is_pending())
    thread.signals.deliver();
}
SignalSet mask_now() {
  SignalSet mask = 0;
  kernel_call(SYS_rt_sigprocmask, SIG_SETMASK, nullptr, &mask, sizeof mask);
  return mask;
}
int64_t waits_with_more_blocked(Invocation &call) {
  return call_with_changed<SignalSet>(call, 0, [](SignalSet &mask) { mask |= mask_now(); });
}
int64_t mask_stays(Invocation &call) {
  const SignalSet mask = pointed_to<SignalSet>(call, 0);
  const int64_t result = call.call();
  if (result == -EINTR) {
    deliver_now(call.thread);
    set_signal_mask(kernel_mask(mask));
  }
  return result;
}
// What is pending is lost to the wait: its handler runs before that begins.
int64_t mask_set_too_early(Invocation &call) {
  const SignalSet mask = pointed_to<SignalSet>(call, 0), before = mask_now();
  set_signal_mask(kernel_mask(mask));
  deliver_now(call.thread);
  const int64_t result = call.call();
  deliver_now(call.thread);
  set_signal_mask(before);
  return result;
}
int64_t ends_before_the_handlers(Invocation &call) {
  const SignalSet mask = pointed_to<SignalSet>(call, 0);
  return (pending_now() & ~mask) != 0 ? -EINTR : call.call();
}

// --- The alternate stack -----------------------------------------------------

AlternateStack last_stack;
int64_t stack_noted(Invocation &call) {
  const int64_t result = call.call();
  last_stack = call.thread.signals.alternate_stack;
  return result;
}
int64_t changes_while_in_use(Invocation &call) {
  const int64_t result = call.call();
  const abi::stack wanted = pointed_to<abi::stack>(call, 0);
  if (result != -EPERM)
    return result;
  call.thread.signals.alternate_stack = {.base = wanted.ss_sp.address,
                                         .size = static_cast<uint32_t>(wanted.ss_size),
                                         .flags = static_cast<uint32_t>(wanted.ss_flags)};
  return 0;
}

const Behaviour behaviours[] = {
    // Whom they reach
    {"kill", "to-the-first-thread", "a signal to one's own process goes to its first thread",
     to_the_first_thread},
    {"kill", "to-the-calling-thread", "a signal to one's own process goes to the calling thread",
     to_the_calling_thread},
    {"kill", "to-the-leader-alone", "a signal to a process group reaches its leader alone",
     to_the_leader_alone},
    {"kill", "everybody-and-oneself", "kill of -1 reaches the caller as well",
     everybody_and_oneself},
    {"kill", "the-group-without-oneself", "kill of 0 reaches all of the group but the caller",
     the_group_without_oneself},
    {"kill", "asking-needs-no-right", "kill with signal 0 finds processes of other users as well",
     asking_needs_no_right},
    {"tkill", "to-the-process", "tkill lets any thread of the process take the signal",
     to_the_process},
    {"tkill", "own-threads-alone", "tkill finds no thread of another process", own_threads_alone},

    // Actions
    {"rt_sigaction", "ignoring-keeps-pending",
     "a pending signal that becomes ignored stays pending", ignoring_keeps_pending},
    {"rt_sigaction", "change-discards-pending", "rt_sigaction discards the signal that is pending",
     change_discards_pending},
    {"rt_sigaction", "installing-unblocks", "rt_sigaction with a handler unblocks the signal",
     installing_unblocks},

    // Masks
    {"rt_sigprocmask", "of-the-process",
     "a thread's mask is that which another thread has set last", mask_of_the_process},
    {"rt_sigprocmask", "real-time-without-effect",
     "rt_sigprocmask tells real-time signals as blocked, and they come", real_time_told_alone},

    // Pending signals
    {"rt_sigpending", "of-the-thread-alone", "rt_sigpending tells nothing of the process's signals",
     pending_without<of_process>},
    {"rt_sigpending", "of-the-process-alone", "rt_sigpending tells nothing of the thread's signals",
     pending_without<of_thread>},
    {"rt_sigpending", "without-real-time", "rt_sigpending tells nothing of real-time signals",
     [](Invocation &call) {
       return told_pending(call, [](SignalSet &told) { told &= ~real_time; });
     }},

    // Waiting for a signal
    {"rt_sigsuspend", "adds-to-the-mask", "what was blocked before stays blocked in rt_sigsuspend",
     waits_with_more_blocked},
    {"rt_sigsuspend", "mask-stays", "the mask of rt_sigsuspend stays in force after it",
     mask_stays},
    {"rt_sigsuspend", "mask-too-early",
     "rt_sigsuspend sets its mask before it waits, and waits on after a signal that was pending",
     mask_set_too_early},
    {"rt_sigsuspend", "pending-stays-pending",
     "rt_sigsuspend ends at once for a pending signal, whose handler does not run",
     ends_before_the_handlers},

    // The alternate stack
    {"sigaltstack",
     "inherited-by-threads",
     "a new thread has the alternate stack that another has set",
     stack_noted,
     {},
     nullptr,
     [](Thread &thread) { thread.signals.alternate_stack = last_stack; }},
    {"sigaltstack", "changes-while-in-use", "the alternate stack can be changed while it is in use",
     changes_while_in_use},
    {"fork", "loses-the-alternate-stack", "a fork child has no alternate stack",
     [](Invocation &call) {
       const int64_t result = call.call();
       if (result == 0)
         call.thread.signals.alternate_stack = {};
       return result;
     }},
};

} // namespace

std::span<const Behaviour> signal_behaviours() { return behaviours; }

} // namespace wali::host::mutants
