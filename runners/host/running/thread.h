// A guest thread, and how it makes system calls.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <type_traits>

#include "runners/host/engine.h"
#include "runners/host/memory/memory.h"
#include "runners/host/running/assembly.h"
#include "runners/host/running/raw_syscall.h"
#include "runners/host/running/thread_signals.h"

namespace wali::host {

class Attendant;
class Process;

class Thread {
public:
  explicit Thread(Process &process);
  ~Thread();
  Thread(const Thread &) = delete;
  Thread &operator=(const Thread &) = delete;

  // The guest thread that the calling host thread runs.
  static Thread &current() { return *current_thread; }
  static Thread *current_or_null() { return current_thread; }

  Process &process() { return owner; }
  Memory &memory();
  // The engine's object for this thread. It exists from instantiate() to finish().
  EngineThread &engine() { return *engine_part; }
  // The kernel's id of the thread. It is set by begin().
  int id() const { return tid; }

  // --- System calls -----------------------------------------------------------

  // Makes a system call for the guest and returns the kernel's raw result.
  // Arguments are integers, KernelPointers into guest memory, and pointers to the
  // host's own objects in the kernel's layout. Integers are converted to 64 bits, so
  // extend them first as Linux does.
  //
  // Signals: if a handler of the guest is due before the kernel sees the call, it runs
  // first, inside this function, and then the call is made. The same happens if the
  // kernel restarts the call (SA_RESTART). If a signal interrupts the call with -EINTR,
  // its handler runs after the calling host function has returned. The caller must not
  // hold a lock, and no Busy object may exist.
  template <class... Arguments> int64_t syscall(long number, Arguments... arguments) {
    static_assert(sizeof...(Arguments) <= 6);
    const uint64_t words[6] = {word(arguments)...};
    if (!is_ending) [[likely]]
      if (int64_t result = wali_syscall(signals.pending_word(), number, words);
          result != syscall_interrupted) [[likely]]
        return result;
    return syscall_after_signals(number, words);
  }

  // The arguments of a system call as the kernel finds them in registers.
  template <class... Arguments> static std::array<uint64_t, 6> registers(Arguments... arguments) {
    return {word(arguments)...};
  }

  // Makes a system call for the host itself that the guest's signals may interrupt.
  // Returns syscall_interrupted if a signal is due before the kernel sees the call.
  int64_t interruptible_syscall(long number, const std::array<uint64_t, 6> &registers) const {
    return wali_syscall(signals.pending_word(), number, registers.data());
  }

  // Call this if a call of an attendant (containment/airlock.h) returned
  // syscall_interrupted. Runs the handlers that are due. Returns false if the call must
  // return -EINTR nevertheless.
  bool deliver_before_restart();

  // --- Between guest and host -------------------------------------------------

  // The engine calls enter_host() before and leave_host() after the host function of every
  // import. leave_host() delivers the signals that are due. If it returns false, the
  // thread is ending and the engine must unwind the guest's frames.
  void enter_host() { become_quiet(); }
  [[nodiscard]] bool leave_host() {
    if (become_busy(); signals.is_pending() | is_ending) [[unlikely]]
      return signals.deliver_when_due();
    return true;
  }

  // The engine calls this from running guest code after Engine::interrupt(). If it returns
  // false, the engine must unwind, as after leave_host().
  [[nodiscard]] bool at_interruption();

  // Whether other threads may fork now. A quiet thread runs neither guest nor engine code
  // and holds none of the host's locks (gate.h). If a signal arrives between the two
  // steps of leave_host(), either the thread is already busy, so the signal wakes the
  // engine, or the signal is noted before leave_host() looks for one.
  //
  // A new thread is busy. become_busy() waits until the gate is open. Host functions use
  // Busy instead.
  bool is_quiet() const { return state.load(std::memory_order_seq_cst) == quiet; }
  void become_quiet() {
    if (has_company.load(std::memory_order_relaxed)) [[unlikely]]
      return become_quiet_among_others();
    state.store(quiet, std::memory_order_relaxed);
  }
  void become_busy() {
    state.store(busy, std::memory_order_relaxed);
    if (has_company.load(std::memory_order_relaxed)) [[unlikely]]
      pass_gate();
    std::atomic_signal_fence(std::memory_order_seq_cst);
  }
  // For StoppedWorld, which has closed the gate itself.
  void become_busy_behind_gate() { state.store(busy, std::memory_order_seq_cst); }

  // --- From its beginning to its end ------------------------------------------

  // Makes the calling host thread run this guest thread from now on.
  void begin();
  // Makes the engine's object for this thread, and the guest's instance.
  Outcome instantiate();

  // Call this in the child of a fork, in which the calling thread is the only one.
  void become_fork_child();

  // Marks the thread as ending.
  void end() { is_ending = true; }
  // Whether the thread is ending (exit, exit_group, a trap in a handler). Then all further
  // calls of the guest return -EINTR, and host functions return at once.
  bool ending() const { return is_ending; }

  // Call this when the thread's last guest frame is gone. Destroys the engine's object for
  // this thread, and its attendant. The thread must be busy.
  void finish();

  // --- What belongs to it -----------------------------------------------------

  // The word that set_tid_address named, or 0.
  GuestAddress tid_address() const { return clear_child_tid; }
  void set_tid_address(GuestAddress word) { clear_child_tid = word; }

  // Its attendant (Attendant::of). Null until the thread needs one.
  Attendant *attendant() const { return own_attendant.get(); }
  void engage(std::unique_ptr<Attendant> attendant);
  // Ends the attendant. Call this after the thread's credentials have changed: the
  // attendant still has the old ones.
  void dismiss_attendant();

  ThreadSignals signals;

private:
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
  void become_quiet_among_others();
  void pass_gate();

  static thread_local Thread *current_thread;

  enum State : uint32_t { busy, quiet };

  bool is_ending = false;
  std::atomic<uint32_t> state = busy;
  const std::atomic<bool> &has_company; // Process::is_multi_threaded
  Process &owner;
  std::unique_ptr<EngineThread> engine_part;
  std::unique_ptr<Attendant> own_attendant;
  GuestAddress clear_child_tid = 0;
  int tid = 0;
};

// While an object of this class exists, the calling thread may take the host's locks and
// call the engine. fork waits until it is destroyed, so do nothing meanwhile that blocks
// for long. Host functions start without one. Objects may be nested.
class Busy {
public:
  explicit Busy(Thread &thread) : thread(thread), was_quiet(thread.is_quiet()) {
    if (was_quiet)
      thread.become_busy();
  }
  ~Busy() {
    if (was_quiet)
      thread.become_quiet();
  }
  Busy(const Busy &) = delete;
  Busy &operator=(const Busy &) = delete;

private:
  Thread &thread;
  bool was_quiet;
};

} // namespace wali::host
