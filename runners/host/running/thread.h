// One guest thread, and its way into the kernel.
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

  // The guest thread that runs on the calling host thread.
  static Thread &current() { return *current_thread; }
  static Thread *current_or_null() { return current_thread; }

  Process &process() { return owner; }
  Memory &memory();
  // The thread's part of the engine. It exists from instantiate() to finish().
  EngineThread &engine() { return *engine_part; }
  // The kernel's id of the thread, from begin() on.
  int id() const { return tid; }

  // --- System calls -----------------------------------------------------------

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
      if (int64_t result = wali_syscall(signals.pending_word(), number, words);
          result != syscall_interrupted) [[likely]]
        return result;
    return syscall_after_signals(number, words);
  }

  // The arguments of a system call as the kernel has them in registers.
  template <class... Arguments> static std::array<uint64_t, 6> registers(Arguments... arguments) {
    return {word(arguments)...};
  }

  // Makes a system call of the host's own that the guest's signals interrupt:
  // syscall_interrupted for one that is due before the kernel sees the call.
  int64_t interruptible_syscall(long number, const std::array<uint64_t, 6> &registers) const {
    return wali_syscall(signals.pending_word(), number, registers.data());
  }

  // For calls that an attendant makes (containment/airlock.h) and that were
  // interrupted with syscall_interrupted: runs the handlers that are due. False
  // when the call is to answer -EINTR even so.
  bool deliver_before_restart();

  // --- Between guest and host -------------------------------------------------

  // Called by the engine around every import: the host function runs between.
  // leave_host() delivers what is due; false means that the thread is ending and
  // the engine must unwind its guest frames.
  void enter_host() { become_quiet(); }
  [[nodiscard]] bool leave_host() {
    if (become_busy(); signals.is_pending() | is_ending) [[unlikely]]
      return signals.deliver_when_due();
    return true;
  }

  // Called by the engine from running guest code after Engine::interrupt().
  // False: as in leave_host().
  [[nodiscard]] bool at_interruption();

  // Whether other threads may fork now: quiet means that this thread runs
  // neither guest nor engine code and holds none of the host's locks (gate.h).
  // A signal between the two steps of leave_host finds the thread in the state
  // that makes it wake the engine, or finds one noted still to be looked at.
  //
  // A thread is busy at first. To become busy again it waits until the gate is
  // open. Host functions use Busy instead.
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

  // The calling host thread is this thread from here on.
  void begin();
  // Makes its part of the engine, and the guest's instance.
  Outcome instantiate();

  // The calling thread is the only one in the child of a fork.
  void become_fork_child();

  // Marks the thread as ending.
  void end() { is_ending = true; }
  // True once the thread is to end (exit, exit_group, a trap in a handler). All
  // further guest calls answer -EINTR and the host function returns at once.
  bool ending() const { return is_ending; }

  // When its last guest frame is gone: gives up what it has of the engine and its
  // attendant. The thread is busy.
  void finish();

  // --- What belongs to it -----------------------------------------------------

  // The word that set_tid_address named; 0: none.
  GuestAddress tid_address() const { return clear_child_tid; }
  void set_tid_address(GuestAddress word) { clear_child_tid = word; }

  // Its attendant (Attendant::of); null until one is needed.
  Attendant *attendant() const { return own_attendant.get(); }
  void engage(std::unique_ptr<Attendant> attendant);
  // Ends the attendant, whose credentials this thread has changed.
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

// While one exists, the calling thread may take the host's locks and call the
// engine: fork waits for its end. Host functions run outside of one. They may be
// nested. Nothing that blocks for long is done within.
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
