// The four signals that the engine needs for itself (ABI.md, Signals). What is
// peculiar to them is here.
//
// The kernel has the host's handler for them, whatever the guest sets, and never
// blocks them. The handler hands faults to whom they belong, and treats what somebody
// sent as the guest would have it. So what the guest believes of these signals is kept
// beside the kernel: their actions in SignalTable, and whether they are blocked in
// ThreadSignals.
#pragma once

#include <signal.h>

#include "runners/host/running/raw_syscall.h"

namespace wali::host {

class Thread;

inline constexpr int reserved_list[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE};
inline constexpr SignalSet reserved_signals =
    signal_bit(SIGSEGV) | signal_bit(SIGBUS) | signal_bit(SIGILL) | signal_bit(SIGFPE);
// SIGKILL and SIGSTOP can be neither blocked nor handled.
inline constexpr SignalSet unblockable = signal_bit(SIGKILL) | signal_bit(SIGSTOP);
constexpr bool is_reserved(int signo) { return (reserved_signals & signal_bit(signo)) != 0; }

// The one of them that the host sends to threads of its own (Reminder, Attendant).
inline constexpr int hosts_own_signal = SIGILL;

// The signal mask to hand to the kernel for the guest's.
constexpr SignalSet kernel_mask(SignalSet guest_mask) { return guest_mask & ~reserved_signals; }

// What of these the guest has blocked after rt_sigprocmask(how, given), when it was
// `now`. An unknown `how` changes nothing.
SignalSet reserved_blocked_after(SignalSet now, int how, SignalSet given);

// Those that this process was started to ignore. Ask before the engine installs
// handlers of its own. What it was started to ignore of other signals, the kernel
// still knows later.
SignalSet reserved_ignored_at_start();

// Installs the host's handlers in front of the engine's own. Call it when the engine
// has installed those.
void guard_engine_signals();

// While one exists, the kernel blocks and ignores of these signals what the guest
// does: execve hands it on to the new program.
class ExposedReserved {
public:
  explicit ExposedReserved(Thread &thread);
  ~ExposedReserved();
  ExposedReserved(const ExposedReserved &) = delete;
  ExposedReserved &operator=(const ExposedReserved &) = delete;

private:
  SignalSet ignored, blocked;
};

} // namespace wali::host
