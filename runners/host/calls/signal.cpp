// Signals (ABI.md, Signals).
#include <errno.h>
#include <signal.h>

#include "runners/host/calls/generic.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

using abi::Call;

constexpr SignalSet unblockable = signal_bit(SIGKILL) | signal_bit(SIGSTOP);
constexpr uint32_t autodisarm = 1u << 31;

SignalAction from_guest(const abi::k_sigaction &given) {
  // What the kernel keeps (UAPI_SA_FLAGS), SA_RESTORER among it.
  constexpr uint64_t known = SA_NOCLDSTOP | SA_NOCLDWAIT | SA_SIGINFO | SA_ONSTACK | SA_RESTART |
                             SA_NODEFER | uint64_t{static_cast<uint32_t>(SA_RESETHAND)} |
                             0x800 /* SA_EXPOSE_TAGBITS */ | 0x04000000 /* SA_RESTORER */;
  return {.handler = given.handler,
          .flags = static_cast<uint32_t>(given.flags & known),
          .mask = given.mask & ~unblockable};
}

abi::k_sigaction to_guest(const SignalAction &action) {
  abi::k_sigaction result{};
  result.handler = action.handler;
  result.flags = action.flags;
  result.mask = action.mask;
  return result;
}

bool is_on_alternate_stack(Thread &thread) {
  Busy busy(thread);
  return thread.signals.uses_alternate_stack();
}

abi::stack to_guest(const AlternateStack &stack, bool in_use) {
  abi::stack result{};
  result.ss_sp.address = stack.base;
  result.ss_size = stack.size;
  const uint32_t state = stack.size == 0 ? SS_DISABLE : in_use ? SS_ONSTACK : 0;
  result.ss_flags = static_cast<int32_t>(state | (stack.flags & autodisarm));
  return result;
}

int64_t change_stack(AlternateStack &stack, const abi::stack &given, bool in_use) {
  constexpr uint32_t smallest = 2048; // MINSIGSTKSZ
  if (in_use)
    return -EPERM;
  const uint32_t flags = static_cast<uint32_t>(given.ss_flags), mode = flags & ~autodisarm;
  if (mode != SS_DISABLE && mode != SS_ONSTACK && mode != 0)
    return -EINVAL;
  if (mode == SS_DISABLE) {
    stack = {.flags = flags};
    return 0;
  }
  if (given.ss_size < smallest)
    return -ENOMEM;
  stack = {.base = given.ss_sp.address, .size = given.ss_size, .flags = flags};
  return 0;
}

int64_t rt_sigaction(Thread &thread, const Parameters<Call::rt_sigaction> &arguments) {
  const int signo = arguments.signum;
  const GuestAddress new_address = arguments.act, old_address = arguments.oldact;
  if (arguments.sigsetsize != sizeof(SignalSet))
    return -EINVAL;
  abi::k_sigaction given;
  if (new_address != 0 && !thread.memory().read(new_address, given))
    return -EFAULT;
  if (signo < 1 || signo > signal_count || (new_address != 0 && (signal_bit(signo) & unblockable)))
    return -EINVAL;
  SignalAction action, old;
  if (new_address != 0)
    action = from_guest(given);
  int64_t result;
  {
    Busy busy(thread);
    result = thread.process().signals.exchange(signo, new_address != 0 ? &action : nullptr, &old);
  }
  if (result == 0 && old_address != 0 && !thread.memory().write(old_address, to_guest(old)))
    return -EFAULT;
  return result;
}

int64_t rt_sigprocmask(Thread &thread, const Parameters<Call::rt_sigprocmask> &arguments) {
  const GuestAddress new_address = arguments.set, old_address = arguments.oldset;
  if (arguments.sigsetsize != sizeof(SignalSet))
    return -EINVAL;
  SignalSet given = 0, old = 0;
  if (new_address != 0 && !thread.memory().read(new_address, given))
    return -EFAULT;
  // If this unblocks a reserved signal, the kernel delivers it on return from the call.
  const SignalSet old_reserved = thread.signals.reserved_blocked();
  if (new_address != 0)
    thread.signals.set_reserved_blocked(reserved_blocked_after(old_reserved, arguments.how, given));
  const bool unblocks = arguments.how == SIG_UNBLOCK;
  const SignalSet native = unblocks ? given : kernel_mask(given);
  const int64_t result = thread.syscall(SYS_rt_sigprocmask, arguments.how,
                                        new_address != 0 ? &native : nullptr, &old, sizeof native);
  if (result < 0) {
    thread.signals.set_reserved_blocked(old_reserved);
    return result;
  }
  if (old_address != 0 && !thread.memory().write(old_address, old | old_reserved))
    return -EFAULT;
  return result;
}

int64_t rt_sigsuspend(Thread &thread, const Parameters<Call::rt_sigsuspend> &arguments) {
  SignalSet given;
  if (arguments.sigsetsize != sizeof given)
    return -EINVAL;
  if (!thread.memory().read(arguments.mask, given))
    return -EFAULT;
  TemporaryMask mask(thread, given);
  return thread.syscall(SYS_rt_sigsuspend, mask.for_kernel(), sizeof given);
}

// The host keeps the guest's alternate stack itself, since the guest's handlers do not run
// on a native stack. The order of checks is that of the kernel's do_sigaltstack.
int64_t sigaltstack(Thread &thread, const Parameters<Call::sigaltstack> &arguments) {
  const GuestAddress new_address = arguments.ss, old_address = arguments.old_ss;
  abi::stack given;
  if (new_address != 0 && !thread.memory().read(new_address, given))
    return -EFAULT;
  AlternateStack &stack = thread.signals.alternate_stack;
  const bool in_use = is_on_alternate_stack(thread);
  const abi::stack old = to_guest(stack, in_use);
  if (new_address != 0)
    if (int64_t error = change_stack(stack, given, in_use))
      return error;
  if (old_address != 0 && !thread.memory().write(old_address, old))
    return -EFAULT;
  return 0;
}

// A guest's handler simply returns, so there is no frame that this call could restore.
int64_t rt_sigreturn(Thread &, const Parameters<Call::rt_sigreturn> &) { return -ENOSYS; }

} // namespace

CallTable signal_calls() {
  static constexpr CallEntry entries[] = {
      entry<rt_sigaction>,
      entry<rt_sigprocmask>,
      entry<rt_sigsuspend>,
      entry<rt_sigreturn>,
      {Call::rt_sigpending, generic<Call::rt_sigpending>},
      entry<sigaltstack>,
      {Call::kill, generic<Call::kill>},
      {Call::tkill, generic<Call::tkill>},
  };
  return entries;
}

} // namespace wali::host
