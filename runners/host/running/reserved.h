// The four signals that the engine needs for itself (ABI.md, Signals), and all special
// treatment of them.
//
// Whatever the guest sets, the kernel keeps the host's handler for them and never blocks
// them. The handler passes a fault to the engine or the host. If a process sent the
// signal, the handler does what the guest wants done with it. Therefore the host itself
// stores what the guest has set: the actions in SignalTable, and the blocked signals in
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

// The reserved signal that the host sends to its own threads (Reminder, Attendant).
inline constexpr int hosts_own_signal = SIGILL;

// The mask that the kernel gets for a mask of the guest.
constexpr SignalSet kernel_mask(SignalSet guest_mask) { return guest_mask & ~reserved_signals; }

// Which reserved signals the guest blocks after rt_sigprocmask(how, given), if it blocked
// `now` before. An unknown `how` changes nothing.
SignalSet reserved_blocked_after(SignalSet now, int how, SignalSet given);

// Which reserved signals were ignored when this process started. Call this before the
// engine installs its own handlers. For other signals, the kernel still knows later.
SignalSet reserved_ignored_at_start();

// Installs the host's handlers in front of the engine's. Call this after the engine has
// installed its handlers.
void guard_engine_signals();

// While an object of this class exists, the kernel blocks and ignores those reserved
// signals that the guest blocks and ignores. execve then passes that on to the new program.
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
