#include "runners/host/running/thread.h"

#include <cerrno>
#include <utility>

#include "runners/host/containment/airlock.h"
#include "runners/host/mutants/faults.h"
#include "runners/host/running/process.h"

namespace wali::host {

thread_local Thread *Thread::current_thread = nullptr;

Thread::Thread(Process &process)
    : signals(*this), has_company(process.multi_threaded_word()), owner(process) {}

Thread::~Thread() {
  if (current_thread == this)
    current_thread = nullptr;
}

Memory &Thread::memory() { return owner.memory; }

int64_t Thread::syscall_after_signals(long number, const uint64_t (&words)[6]) {
  while (deliver_before_restart()) {
    const int64_t result = wali_syscall(signals.pending_word(), number, words);
    if (result != syscall_interrupted)
      return result;
  }
  return -EINTR;
}

bool Thread::deliver_before_restart() {
  if (is_ending)
    return false;
  become_busy();
  signals.deliver();
  become_quiet();
  return !is_ending && !faults::refuses_restart;
}

bool Thread::at_interruption() {
  if (owner.is_multi_threaded())
    pass_gate();
  return signals.deliver_when_due();
}

void Thread::become_quiet_among_others() {
  state.store(quiet, std::memory_order_seq_cst);
  if (owner.gate.is_closed())
    owner.gate.report_arrival();
}

void Thread::pass_gate() {
  state.store(busy, std::memory_order_seq_cst);
  while (owner.gate.is_closed()) {
    state.store(quiet, std::memory_order_seq_cst);
    owner.gate.report_arrival();
    owner.gate.wait_until_open();
    state.store(busy, std::memory_order_seq_cst);
  }
}

void Thread::begin() {
  tid = static_cast<int>(raw_syscall(SYS_gettid));
  current_thread = this;
}

Outcome Thread::instantiate() {
  engine_part = owner.engine.make_thread(*this);
  return engine_part->instantiate();
}

void Thread::become_fork_child() {
  tid = static_cast<int>(raw_syscall(SYS_gettid));
  clear_child_tid = 0;
  signals.become_fork_child();
  static_cast<void>(own_attendant.release()); // its thread is the parent's
}

void Thread::finish() {
  own_attendant.reset();
  engine_part.reset();
}

void Thread::engage(std::unique_ptr<Attendant> attendant) { own_attendant = std::move(attendant); }

void Thread::dismiss_attendant() {
  if (!own_attendant)
    return;
  Busy busy(*this);
  own_attendant.reset();
}

} // namespace wali::host
