// The signals of one guest thread, from the moment at which the kernel delivers one to the
// moment at which the guest's handler returns.
#pragma once

#include <signal.h>
#include <ucontext.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "runners/host/running/reminder.h"
#include "runners/host/running/reserved.h"
#include "runners/host/running/signals.h"

namespace wali::host {

class Thread;

// The alternate signal stack, in the terms of sigaltstack.
struct AlternateStack {
  uint32_t base = 0;
  uint32_t size = 0; // 0 if disabled
  uint32_t flags = 0;
};

// All functions except inherit() must be called on the thread itself.
class ThreadSignals {
public:
  explicit ThreadSignals(Thread &thread) : thread(thread) {}
  ThreadSignals(const ThreadSignals &) = delete;
  ThreadSignals &operator=(const ThreadSignals &) = delete;

  // Whether a noted signal has not been delivered yet. The system call stub reads it at
  // pending_word().
  bool is_pending() const { return pending != 0; }
  const volatile uint32_t *pending_word() const { return &pending; }

  // Runs the handlers of all signals that are due. Returns false if the thread is ending.
  // The thread must be busy.
  bool deliver();
  bool deliver_when_due(); // does the same at the end of a call, or in guest code

  // --- For native signal handlers: async-signal-safe ---

  // Notes a signal that the kernel delivers. Until the mask of the guest's handler is in
  // force, the kernel delivers nothing else to this thread: other signals stay pending.
  void note(int signo, const siginfo_t &info, ucontext_t &context);
  // Whether the reminder (reminder.h) sent `info`. If so, this has done what it asks for.
  bool take_reminder(const siginfo_t &info);
  // Whether a reserved signal that a process sent cannot be noted now.
  bool must_wait(int signo) const { return pending || (blocked_reserved & signal_bit(signo)); }

  // --- What the guest sets ---

  // The reserved signals that the guest blocks.
  SignalSet reserved_blocked() const { return blocked_reserved; }
  void set_reserved_blocked(SignalSet blocked) { blocked_reserved = blocked; }

  // The guest's mask without the reserved signals, if the kernel's mask is `native`.
  SignalSet guest_mask(SignalSet native) const { return pending ? caught.mask_before : native; }

  // The alternate stack, and whether the guest runs on it. uses_alternate_stack() asks the
  // engine, so the thread must be busy.
  AlternateStack alternate_stack;
  bool uses_alternate_stack() const;

  // The mask that is in force while the next system call waits (TemporaryMask). Null means
  // the thread's own mask.
  void set_temporary_mask(const SignalSet *mask) { temporary_mask = mask; }

  // --- New threads and processes ---

  // The spawner calls this before the thread runs.
  void inherit(const ThreadSignals &spawner) { blocked_reserved = spawner.blocked_reserved; }
  // Call this in the child of a fork.
  void become_fork_child() { reminder.forget(); }

private:
  // A signal that the kernel delivered and the guest's handler has not yet seen.
  struct CaughtSignal {
    siginfo_t info;
    SignalAction action;     // in force when it was delivered
    SignalSet mask_before;   // to be restored after the handler
    SignalSet mask_in_force; // the handler's mask is added to this one
  };

  // What the host puts on the guest's stack below the frame that a handler interrupts.
  struct Frame {
    uint32_t stack_pointer = 0, siginfo = 0, ucontext = 0;
  };

  // A signal while its frame is on the guest's stack and its handler's mask is in force,
  // and the state to restore afterwards.
  struct Delivery {
    CaughtSignal signal;
    std::optional<uint32_t> stack_pointer;
    AlternateStack outer_stack;
    const SignalSet *outer_temporary;
    SignalSet outer_reserved;
    Frame frame = {};
    SignalSet mask = 0; // the handler's
    bool has_run = false;
  };

  void begin_delivery();
  void run_handler(); // runs the handler of the last of `deliveries`
  bool end_delivery();
  void push_frame(Delivery &next);
  std::optional<Frame> make_frame(const CaughtSignal &signal, uint32_t stack_pointer);
  bool write_frame(const Frame &frame, const CaughtSignal &signal);
  bool change_mask(SignalSet mask);
  void treat_as_later(SignalSet mask);
  bool is_on_alternate_stack(uint32_t stack_pointer) const;

  // Set by note(), cleared when the signal in `caught` is delivered.
  volatile uint32_t pending = 0;
  Thread &thread;
  const SignalSet *temporary_mask = nullptr; // set while a call swaps the mask
  SignalSet blocked_reserved = 0;
  CaughtSignal caught;
  std::vector<Delivery> deliveries; // each one interrupted the one before it
  Reminder reminder;
};

// Announces that the next Thread::syscall swaps the signal mask while it waits
// (rt_sigsuspend, ppoll, pselect6, epoll_pwait). Handlers that interrupt the call then run
// with that mask in force. Pass for_kernel() as the call's mask.
class TemporaryMask {
public:
  TemporaryMask(Thread &thread, SignalSet guest_mask);
  ~TemporaryMask();
  TemporaryMask(const TemporaryMask &) = delete;
  TemporaryMask &operator=(const TemporaryMask &) = delete;

  const SignalSet *for_kernel() const { return &mask; }

private:
  ThreadSignals &signals;
  SignalSet mask;
};

} // namespace wali::host
