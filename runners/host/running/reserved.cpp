#include "runners/host/running/reserved.h"

#include <unistd.h>

#include "runners/host/containment/airlock.h"
#include "runners/host/running/interrupted.h"
#include "runners/host/running/kernel_action.h"
#include "runners/host/running/process.h"
#include "runners/host/running/watcher.h"

namespace wali::host {
namespace {

// The engine's own handlers, by signal number.
KernelAction engine_actions[32];

void call_engine(int signo, siginfo_t *info, void *context) {
  const KernelAction &engine = engine_actions[signo];
  if (engine.handler > KernelAction::ignore)
    reinterpret_cast<void (*)(int, siginfo_t *, void *)>(engine.handler)(signo, info, context);
  else // returning repeats the fault, which then has its native effect
    kernel_sigaction(signo, &engine, nullptr);
}

void die_of(int signo, const siginfo_t &info) {
  const KernelAction by_default;
  kernel_sigaction(signo, &by_default, nullptr);
  if (watcher)
    watcher->process_dies(signo, &info);
  send_to_self(signo);
}

// The thread blocks the signal or cannot note it yet. So the signal must be blocked and
// pending in the kernel too.
void send_again(int signo, const siginfo_t &info, ucontext_t &context) {
  const SignalSet mask = signal_bit(signo);
  raw_syscall(SYS_rt_sigprocmask, SIG_BLOCK, raw_pointer(&mask), 0, sizeof mask);
  raw_syscall(SYS_rt_tgsigqueueinfo, static_cast<uint64_t>(getpid()),
              static_cast<uint64_t>(raw_syscall(SYS_gettid)), static_cast<uint64_t>(signo),
              raw_pointer(&info));
  mask_of(context) |= mask;
}

// A signal that a process sent is treated like any other signal.
void on_sent(Thread &thread, int signo, const siginfo_t &info, ucontext_t &context) {
  const SignalTable &table = thread.process().signals;
  const SignalAction action = table.last_handler(signo);
  if (thread.signals.must_wait(signo))
    send_again(signo, info, context);
  else if (action.handler == SignalAction::sig_ignore)
    return;
  else if (action.handler == SignalAction::sig_default || table.was_reset(signo))
    die_of(signo, info);
  else
    thread.signals.note(signo, info, context);
}

void on_reserved(int signo, siginfo_t *info, void *raw_context) {
  auto &context = *static_cast<ucontext_t *>(raw_context);
  const uint64_t pc = register_of(context, REG_RIP);
  Thread *thread = Thread::current_or_null();
  if (Attendant *attendant = Attendant::current_or_null()) {
    if (attendant->take_signal(signo, *info))
      leave_call(context);
  } else if (thread && thread->signals.take_reminder(*info)) {
    return;
  } else if (info->si_code <= 0) {
    if (thread)
      on_sent(*thread, signo, *info, context);
  } else if (pc >= raw_pointer(wali_copy_begin) && pc < raw_pointer(wali_copy_end)) {
    resume_at(context, wali_copy_failed);
  } else {
    call_engine(signo, info, raw_context);
  }
}

// Like the engine's handler, it runs on the thread's alternate stack and does not block its
// own signal.
KernelAction guard() {
  return KernelAction::of_handler(on_reserved, SA_NODEFER | SA_ONSTACK | SA_RESTART);
}

void set_natively(SignalSet signals, const KernelAction &action) {
  for (int signo : reserved_list)
    if (signals & signal_bit(signo))
      kernel_sigaction(signo, &action, nullptr);
}

void change_native_mask(uint64_t how, SignalSet signals) {
  raw_syscall(SYS_rt_sigprocmask, how, raw_pointer(&signals), 0, sizeof signals);
}

} // namespace

SignalSet reserved_blocked_after(SignalSet now, int how, SignalSet given) {
  const SignalSet change = given & reserved_signals;
  switch (how) {
  case SIG_BLOCK:
    return now | change;
  case SIG_UNBLOCK:
    return now & ~change;
  case SIG_SETMASK:
    return change;
  default:
    return now;
  }
}

SignalSet reserved_ignored_at_start() {
  SignalSet ignored = 0;
  for (int signo : reserved_list)
    if (is_natively_ignored(signo))
      ignored |= signal_bit(signo);
  return ignored;
}

void guard_engine_signals() {
  const KernelAction native = guard();
  for (int signo : reserved_list) {
    KernelAction before;
    kernel_sigaction(signo, &native, &before);
    if (before.handler != native.handler) // else they are guarded already
      engine_actions[signo] = before;
  }
}

ExposedReserved::ExposedReserved(Thread &thread)
    : ignored(thread.process().signals.ignored_reserved(thread)),
      blocked(thread.signals.reserved_blocked()) {
  set_natively(ignored, {.handler = KernelAction::ignore});
  change_native_mask(SIG_BLOCK, blocked);
}

ExposedReserved::~ExposedReserved() {
  change_native_mask(SIG_UNBLOCK, blocked);
  set_natively(ignored, guard());
}

} // namespace wali::host
