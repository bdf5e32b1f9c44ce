// One guest thread, and its way into the kernel.
#pragma once

#include <signal.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

#include "runners/host/engine.h"
#include "runners/host/memory/memory.h"
#include "runners/host/running/assembly.h"
#include "runners/host/running/raw_syscall.h"
#include "runners/host/running/reminder.h"

namespace wali::host {

class Attendant;
class Process;

// What the guest wants done with one signal. `handler` is an index into table 0
// or a sentinel of ABI.md, Signals.
struct SignalAction {
  static constexpr uint32_t sig_default = 0;
  static constexpr uint32_t sig_ignore = static_cast<uint32_t>(-2);

  uint32_t handler = sig_default;
  uint32_t flags = 0; // SA_*, the bits that Linux knows
  SignalSet mask = 0;

  bool is_handler() const { return handler != sig_default && handler != sig_ignore; }
};

// A signal that the kernel delivered and the guest's handler has not yet seen.
struct CaughtSignal {
  siginfo_t info;
  SignalAction action;     // in force when it was delivered
  SignalSet mask_before;   // to be restored after the handler
  SignalSet mask_in_force; // that the handler's mask adds to
};

// The alternate signal stack, as sigaltstack has it.
struct AlternateStack {
  uint32_t base = 0;
  uint32_t size = 0; // 0: disabled
  uint32_t flags = 0;
};

class Thread {
public:
  explicit Thread(Process &process);
  ~Thread();
  Thread(const Thread &) = delete;
  Thread &operator=(const Thread &) = delete;

  // The guest thread that runs on the calling host thread.
  static Thread &current() { return *current_thread; }
  static Thread *current_or_null() { return current_thread; }

  Process &process() { return owner; }
  Memory &memory();

  // Makes a system call for the guest and returns the kernel's raw answer.
  // Arguments are integers (passed as they convert to 64 bits: extend them
  // first as Linux does), KernelPointers into guest memory, and pointers to the
  // host's own objects in the kernel's layout.
  //
  // Signals: a handler of the guest that is due before the kernel sees the call
  // runs first, inside this function; the call is then made. Likewise when the
  // kernel restarts the call (SA_RESTART). One that interrupts it with -EINTR
  // runs after the calling host function has returned. No lock may be held, no
  // Busy section be open.
  template <class... Arguments> int64_t syscall(long number, Arguments... arguments) {
    static_assert(sizeof...(Arguments) <= 6);
    const uint64_t words[6] = {word(arguments)...};
    if (!is_ending) [[likely]]
      if (int64_t result = wali_syscall(&pending, number, words); result != syscall_interrupted)
          [[likely]]
        return result;
    return syscall_after_signals(number, words);
  }

  // The arguments of a system call as the kernel has them in registers.
  template <class... Arguments> static std::array<uint64_t, 6> registers(Arguments... arguments) {
    return {word(arguments)...};
  }

  // For calls that an attendant makes (containment/airlock.h) and that were
  // interrupted with syscall_interrupted: runs the handlers that are due. False
  // when the call is to answer -EINTR even so.
  bool deliver_before_restart();

  // Ends the attendant, whose credentials this thread has changed.
  void dismiss_attendant();

  // True once the thread is to end (exit, exit_group, a trap in a handler). All
  // further guest calls answer -EINTR and the host function returns at once.
  bool ending() const { return is_ending; }

  // The word that set_tid_address named; 0: none.
  GuestAddress tid_address() const { return clear_child_tid; }

  // The signal mask to hand to the kernel for the guest's: without the signals
  // that the engine itself needs (SIGSEGV, SIGBUS, SIGILL, SIGFPE).
  static SignalSet kernel_mask(SignalSet guest_mask) { return guest_mask & ~reserved_signals; }
  static constexpr SignalSet reserved_signals =
      signal_bit(SIGSEGV) | signal_bit(SIGBUS) | signal_bit(SIGILL) | signal_bit(SIGFPE);

  // For the engine and the host's core ---------------------------------------

  // Called by the engine around every import: the host function runs between.
  // leave_host() delivers what is due; false means that the thread is ending and
  // the engine must unwind its guest frames.
  void enter_host() { leave_guest(); }
  [[nodiscard]] bool leave_host() {
    if (become_busy(); (pending != 0) | is_ending) [[unlikely]]
      return deliver_when_due();
    return true;
  }

  // Called by the engine from running guest code after Engine::interrupt().
  // False: as in leave_host().
  [[nodiscard]] bool at_interruption();

  // Marks the thread as ending with `status` for exit(2) of this thread.
  void end(int status);

private:
  friend class Attendant;
  friend class Process;
  friend class Busy;
  friend class TemporaryMask;
  friend class SignalCalls;
  friend class ThreadCalls;
  friend class ProcessCalls;
  friend class ThreadStart;
  friend class StoppedWorld;
  friend struct NativeHandler;

  template <class T> static uint64_t word(T value) {
    if constexpr (std::is_same_v<T, KernelPointer>)
      return value.value;
    else if constexpr (std::is_pointer_v<T>)
      return reinterpret_cast<uintptr_t>(value);
    else if constexpr (std::is_null_pointer_v<T>)
      return 0;
    else {
      static_assert(std::is_integral_v<T>);
      return static_cast<uint64_t>(static_cast<int64_t>(value));
    }
  }

  int64_t syscall_after_signals(long number, const uint64_t (&words)[6]);

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

  // Runs the handlers of all signals that are due. False: the thread is ending.
  bool deliver_signals();
  bool deliver_when_due(); // the same, at the end of a call or in the guest's code
  void begin_delivery();
  void run_handler(); // of the last of `deliveries`
  bool end_delivery();
  void push_frame(Delivery &next);
  std::optional<Frame> make_frame(const CaughtSignal &signal, uint32_t stack_pointer);
  bool change_mask(SignalSet guest_mask);
  void treat_as_later(SignalSet guest_mask);
  bool is_on_alternate_stack(uint32_t stack_pointer) const;

  // Whether other threads may fork now: quiet means that this thread runs
  // neither guest nor engine code and holds none of the host's locks (gate.h).
  // A signal between the two steps of leave_host finds the thread in the state
  // that makes it wake the engine, or finds `pending` still to be looked at.
  enum State : uint32_t { busy, quiet };
  void leave_guest() {
    if (has_company->load(std::memory_order_relaxed)) [[unlikely]]
      return leave_guest_among_others();
    state.store(quiet, std::memory_order_relaxed);
  }
  void become_busy() {
    state.store(busy, std::memory_order_relaxed);
    if (has_company->load(std::memory_order_relaxed)) [[unlikely]]
      pass_gate();
    std::atomic_signal_fence(std::memory_order_seq_cst);
  }
  void leave_guest_among_others();
  void pass_gate();

  static thread_local Thread *current_thread;

  // Read by the system call stub; set by the native signal handler of this
  // thread, cleared when the signal in `caught` is delivered.
  volatile uint32_t pending = 0;
  bool is_ending = false;
  std::atomic<uint32_t> state = busy;

  Process &owner;
  const std::atomic<bool> *has_company; // Process::is_multi_threaded
  std::unique_ptr<EngineThread> engine;
  CaughtSignal caught;
  std::vector<Delivery> deliveries;          // each interrupts the one before
  const SignalSet *temporary_mask = nullptr; // while a mask-swapping call is made
  SignalSet reserved_blocked = 0;            // what the guest believes of the reserved signals
  Reminder reminder;
  std::unique_ptr<Attendant> attendant; // null until one is needed
  AlternateStack alternate_stack;
  GuestAddress clear_child_tid = 0;
  int tid = 0;
  int exit_status = 0;
};

// While one exists, the calling thread may take the host's locks and call the
// engine: fork waits for its end. Host functions run outside of one. They may be
// nested. Nothing that blocks for long is done within.
class Busy {
public:
  explicit Busy(Thread &thread);
  ~Busy();
  Busy(const Busy &) = delete;
  Busy &operator=(const Busy &) = delete;

private:
  Thread &thread;
  bool was_quiet;
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
  Thread &thread;
  SignalSet mask;
};

} // namespace wali::host
