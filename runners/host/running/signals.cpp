#include "runners/host/running/signals.h"

#include <signal.h>
#include <ucontext.h>
#include <unistd.h>

#include <cerrno>

#include "runners/host/mutants/faults.h"
#include "runners/host/running/assembly.h"
#include "runners/host/running/process.h"

#ifndef SA_RESTORER
#define SA_RESTORER 0x04000000
#endif

namespace wali::host {
namespace {

// The kernel's own structure; glibc's differs.
struct KernelAction {
  uintptr_t handler;
  uint64_t flags;
  uintptr_t restorer;
  SignalSet mask;
};

constexpr uintptr_t native_ignore = 1;

int64_t kernel_sigaction(int signo, const KernelAction *action, KernelAction *old) {
  return raw_syscall(SYS_rt_sigaction, signo, raw_pointer(action), raw_pointer(old),
                     sizeof(SignalSet));
}

bool is_reserved(int signo) { return (Thread::reserved_signals & signal_bit(signo)) != 0; }

constexpr int reserved[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE};

// The engine's own handlers of the reserved signals, by signal number.
KernelAction engine_actions[32];

bool is_natively_ignored(int signo) {
  KernelAction native{};
  kernel_sigaction(signo, nullptr, &native);
  return native.handler == native_ignore;
}

uint64_t register_of(const ucontext_t &context, int name) {
  return static_cast<uint64_t>(context.uc_mcontext.gregs[name]);
}

// Where the interrupted code goes on when the handler returns.
void resume_at(ucontext_t &context, const char *place) {
  context.uc_mcontext.gregs[REG_RIP] = static_cast<greg_t>(raw_pointer(place));
}

SignalSet &mask_of(ucontext_t &context) {
  return reinterpret_cast<SignalSet &>(context.uc_sigmask); // the kernel's 8 bytes
}

bool is_between(uint64_t address, const char *first, const char *last) {
  return address >= raw_pointer(first) && address <= raw_pointer(last);
}

// A system call that the kernel has not seen yet is not made.
void leave_call(ucontext_t &context) {
  if (is_between(register_of(context, REG_RIP), wali_syscall_begin, wali_syscall_instruction))
    resume_at(context, wali_syscall_interrupted);
}

} // namespace

// The native handlers. They only take note: the guest's handler runs at the
// thread's next safe point.
struct NativeHandler {
  static void on_signal(int signo, siginfo_t *info, void *raw_context) {
    Thread *thread = Thread::current_or_null();
    if (thread)
      note(*thread, signo, *info, *static_cast<ucontext_t *>(raw_context));
  }

  // From here until the guest's handler has been given its mask, nothing else
  // is delivered to this thread: what comes stays pending in the kernel.
  static void note(Thread &thread, int signo, const siginfo_t &info, ucontext_t &context) {
    if (has_fault(Fault::signal_lost_in_wait) && has_interrupted_call(context))
      return;
    CaughtSignal &caught = thread.caught;
    caught.info = info;
    caught.action = thread.process().signals.last_handler(signo);
    if (caught.action.flags & SA_RESETHAND)
      thread.process().signals.mark_reset(signo);
    caught.mask_before = mask_of(context);
    caught.mask_in_force = has_interrupted_call(context) && thread.temporary_mask
                               ? *thread.temporary_mask
                               : caught.mask_before;
    thread.pending = 1;
    mask_of(context) = Thread::kernel_mask(all_signals);
    leave_call(context);
    if (thread.state.load(std::memory_order_relaxed) != Thread::busy)
      return;
    Engine &engine = thread.process().engine;
    engine.interrupt();
    if (!engine.is_guest_code(register_of(context, REG_RIP)))
      thread.reminder.start();
  }

  // The reminder's timer has sent its signal. What was noted may be delivered by now.
  static void remind(Thread &thread) {
    if (thread.pending)
      thread.process().engine.interrupt();
    else
      thread.reminder.stop();
  }

  static bool has_interrupted_call(ucontext_t &context) {
    return register_of(context, REG_RIP) == raw_pointer(wali_syscall_end) &&
           register_of(context, REG_RAX) == static_cast<uint64_t>(-EINTR);
  }

  static void on_reserved(int signo, siginfo_t *info, void *raw_context) {
    auto &context = *static_cast<ucontext_t *>(raw_context);
    uint64_t pc = register_of(context, REG_RIP);
    Thread *thread = Thread::current_or_null();
    if (Attendant *attendant = Attendant::current_or_null()) {
      if (attendant->take_signal(signo, *info))
        leave_call(context);
    } else if (thread && thread->reminder.has_sent(*info))
      remind(*thread);
    else if (info->si_code <= 0)
      on_sent_reserved(signo, *info, context);
    else if (pc >= raw_pointer(wali_copy_begin) && pc < raw_pointer(wali_copy_end))
      resume_at(context, wali_copy_failed);
    else
      call_engine(signo, info, raw_context);
  }

  // One of the reserved signals that somebody sent: it goes the way of others.
  static void on_sent_reserved(int signo, const siginfo_t &info, ucontext_t &context) {
    Thread *thread = Thread::current_or_null();
    if (!thread)
      return;
    SignalTable &table = thread->process().signals;
    SignalAction action = table.last_handler(signo);
    bool must_wait = thread->pending || (thread->reserved_blocked & signal_bit(signo));
    if (must_wait)
      send_again(signo, info, context);
    else if (action.handler == SignalAction::sig_ignore)
      return;
    else if (action.handler == SignalAction::sig_default || table.entries[signo - 1].was_reset)
      die_of(signo);
    else
      note(*thread, signo, info, context);
  }

  // The thread has it blocked, or has no place for it yet: then it must be
  // blocked and pending in the kernel too.
  static void send_again(int signo, const siginfo_t &info, ucontext_t &context) {
    const SignalSet mask = signal_bit(signo);
    raw_syscall(SYS_rt_sigprocmask, SIG_BLOCK, raw_pointer(&mask), 0, sizeof mask);
    raw_syscall(SYS_rt_tgsigqueueinfo, getpid(), raw_syscall(SYS_gettid), signo,
                raw_pointer(&info));
    mask_of(context) |= mask;
  }

  static void die_of(int signo) {
    KernelAction action{};
    kernel_sigaction(signo, &action, nullptr);
    raw_syscall(SYS_tgkill, getpid(), raw_syscall(SYS_gettid), signo);
  }

  static void call_engine(int signo, siginfo_t *info, void *context) {
    const KernelAction &engine = engine_actions[signo];
    if (engine.handler > native_ignore)
      reinterpret_cast<void (*)(int, siginfo_t *, void *)>(engine.handler)(signo, info, context);
    else // returning repeats the fault, which then has its native effect
      kernel_sigaction(signo, &engine, nullptr);
  }

  // As the engine's own: on the thread's alternate stack, not blocking itself.
  static KernelAction guard() {
    KernelAction native{};
    native.handler = reinterpret_cast<uintptr_t>(on_reserved);
    native.flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK | SA_RESTART | SA_RESTORER;
    native.restorer = reinterpret_cast<uintptr_t>(wali_signal_return);
    return native;
  }

  static KernelAction action_for(const SignalAction &action) {
    constexpr uint32_t kept = SA_RESTART | SA_RESETHAND | SA_NOCLDSTOP | SA_NOCLDWAIT;
    KernelAction native{};
    native.flags = (action.flags & kept) | SA_RESTORER;
    native.restorer = reinterpret_cast<uintptr_t>(wali_signal_return);
    if (action.is_handler()) {
      native.handler = reinterpret_cast<uintptr_t>(on_signal);
      native.flags |= SA_SIGINFO;
      native.mask = Thread::kernel_mask(all_signals);
    } else if (action.handler == SignalAction::sig_ignore) {
      native.handler = native_ignore;
    }
    return native;
  }
};

SignalSet SignalTable::reserved_ignored_at_start() {
  SignalSet ignored = 0;
  for (int signo : reserved)
    if (is_natively_ignored(signo))
      ignored |= signal_bit(signo);
  return ignored;
}

void SignalTable::inherit(SignalSet reserved_ignored) {
  for (int signo : reserved) {
    Entry &entry = entries[signo - 1];
    entry.is_known = true;
    if (reserved_ignored & signal_bit(signo))
      entry.action.handler = SignalAction::sig_ignore;
  }
}

void SignalTable::learn(int signo) {
  Entry &entry = entries[signo - 1];
  if (!entry.is_known && is_natively_ignored(signo))
    entry.action.handler = SignalAction::sig_ignore;
  entry.is_known = true;
}

void SignalTable::guard_engine() {
  for (int signo : reserved) {
    const KernelAction native = NativeHandler::guard();
    KernelAction before{};
    kernel_sigaction(signo, &native, &before);
    if (before.handler != native.handler) // else they are guarded already
      engine_actions[signo] = before;
    publish_handler(entries[signo - 1], entries[signo - 1].action);
  }
}

SignalAction SignalTable::reported(const Entry &entry) const {
  SignalAction action = entry.action;
  if (entry.was_reset)
    action.handler = SignalAction::sig_default;
  return action;
}

// A handler is published before the kernel may call on it, and stays published
// when a sentinel follows, for a signal that is being delivered meanwhile. The
// reserved signals have no sentinel in the kernel, so theirs are published too.
int64_t SignalTable::exchange(int signo, const SignalAction *action, SignalAction *old) {
  std::lock_guard guard(lock);
  learn(signo);
  Entry &entry = entries[signo - 1];
  if (old)
    *old = reported(entry);
  if (!action)
    return 0;
  if (action->is_handler() || is_reserved(signo))
    publish_handler(entry, *action);
  entry.was_reset = false;
  entry.action = *action;
  if (is_reserved(signo))
    return 0;
  KernelAction native = NativeHandler::action_for(*action);
  return kernel_sigaction(signo, &native, nullptr);
}

void SignalTable::publish_handler(Entry &entry, const SignalAction &action) {
  uint32_t next = entry.generation.load() + 1;
  HandlerCopy &copy = entry.handlers[next % 2];
  copy.handler = action.handler;
  copy.flags = action.flags;
  copy.mask = action.mask;
  entry.generation = next;
}

SignalAction SignalTable::last_handler(int signo) const {
  const Entry &entry = entries[signo - 1];
  SignalAction action;
  uint32_t generation;
  do {
    generation = entry.generation;
    const HandlerCopy &copy = entry.handlers[generation % 2];
    action = {copy.handler, copy.flags, copy.mask};
  } while (entry.generation != generation);
  return action;
}

bool SignalTable::is_ignored(int signo) const {
  return reported(entries[signo - 1]).handler == SignalAction::sig_ignore;
}

void SignalTable::expose_ignored() {
  const KernelAction native = NativeHandler::action_for({.handler = SignalAction::sig_ignore});
  for (int signo : reserved)
    if (is_ignored(signo))
      kernel_sigaction(signo, &native, nullptr);
}

void SignalTable::reclaim_ignored() {
  const KernelAction native = NativeHandler::guard();
  for (int signo : reserved)
    if (is_ignored(signo))
      kernel_sigaction(signo, &native, nullptr);
}

} // namespace wali::host
