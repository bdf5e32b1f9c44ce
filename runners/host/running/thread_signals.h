// The signals of one guest thread, from the kernel's delivery to the return of the
// guest's handler.
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

// The alternate signal stack, as sigaltstack has it.
struct AlternateStack {
  uint32_t base = 0;
  uint32_t size = 0; // 0: disabled
  uint32_t flags = 0;
};

// All functions are called on the thread itself, but for inherit().
class ThreadSignals {
public:
  explicit ThreadSignals(Thread &thread) : thread(thread) {}
  ThreadSignals(const ThreadSignals &) = delete;
  ThreadSignals &operator=(const ThreadSignals &) = delete;

  // Whether a signal is noted that has not been delivered; and where the system call
  // stub sees that.
  bool is_pending() const { return pending != 0; }
  const volatile uint32_t *pending_word() const { return &pending; }

  // Runs the handlers of all signals that are due. False: the thread is ending. The
  // thread must be busy.
  bool deliver();
  bool deliver_when_due(); // the same, at the end of a call or in the guest's code

  // --- For native signal handlers: async-signal-safe ---

  // Takes note of a signal that the kernel delivers. From here until the guest's
  // handler has been given its mask, nothing else is delivered to this thread: what
  // comes stays pending in the kernel.
  void note(int signo, const siginfo_t &info, ucontext_t &context);
  // Whether `info` is the reminder's (reminder.h). Then it has had its effect.
  bool take_reminder(const siginfo_t &info);
  // Whether a reserved signal that somebody has sent cannot be noted now.
  bool must_wait(int signo) const { return pending || (blocked_reserved & signal_bit(signo)); }

  // --- What the guest sets ---

  // What the guest has blocked of the reserved signals.
  SignalSet reserved_blocked() const { return blocked_reserved; }
  void set_reserved_blocked(SignalSet blocked) { blocked_reserved = blocked; }

  // The guest's mask, without the reserved signals, when the kernel has `native`.
  SignalSet guest_mask(SignalSet native) const { return pending ? caught.mask_before : native; }

  // The alternate stack, and whether the guest runs on it. The latter asks the engine,
  // so the thread must be busy.
  AlternateStack alternate_stack;
  bool uses_alternate_stack() const;

  // The mask that the next system call has in force while it waits (TemporaryMask);
  // null: it has the thread's.
  void set_temporary_mask(const SignalSet *mask) { temporary_mask = mask; }

  // --- New threads and processes ---

  // Before this thread runs, on its spawner.
  void inherit(const ThreadSignals &spawner) { blocked_reserved = spawner.blocked_reserved; }
  // In the child of a fork.
  void become_fork_child() { reminder.forget(); }

private:
  // A signal that the kernel delivered and the guest's handler has not yet seen.
  struct CaughtSignal {
    siginfo_t info;
    SignalAction action;     // in force when it was delivered
    SignalSet mask_before;   // to be restored after the handler
    SignalSet mask_in_force; // that the handler's mask adds to
  };

  // What lies on the guest's stack below the frame that a handler interrupts.
  struct Frame {
    uint32_t stack_pointer = 0, siginfo = 0, ucontext = 0;
  };

  // A signal from the moment at which its frame is on the guest's stack and its
  // handler's mask in force until both are gone; and what was before.
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
  void run_handler(); // of the last of `deliveries`
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
  const SignalSet *temporary_mask = nullptr; // while a mask-swapping call is made
  SignalSet blocked_reserved = 0;
  CaughtSignal caught;
  std::vector<Delivery> deliveries; // each interrupts the one before
  Reminder reminder;
};

// Says that the next Thread::syscall swaps the signal mask while it waits
// (rt_sigsuspend, ppoll, pselect6, epoll_pwait): handlers that interrupt it then
// run with that mask in force. Pass for_kernel() as the call's mask.
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
