#include "runners/host/running/gate.h"

#include <linux/futex.h>
#include <time.h>

#include <climits>

#include "runners/host/running/process.h"
#include "runners/host/running/raw_syscall.h"
#include "runners/host/running/thread.h"

namespace wali::host {
namespace {

void futex_wait(std::atomic<uint32_t> &word, uint32_t value, const timespec *timeout = nullptr) {
  raw_syscall(SYS_futex, raw_pointer(&word), FUTEX_WAIT_PRIVATE, value, raw_pointer(timeout));
}

void futex_wake_all(std::atomic<uint32_t> &word) {
  raw_syscall(SYS_futex, raw_pointer(&word), FUTEX_WAKE_PRIVATE, INT_MAX);
}

} // namespace

void Gate::close() {
  while (closed.exchange(1, std::memory_order_seq_cst) != 0)
    futex_wait(closed, 1);
}

void Gate::open() {
  closed.store(0, std::memory_order_seq_cst);
  futex_wake_all(closed);
}

void Gate::wait_until_open() {
  while (is_closed())
    futex_wait(closed, 1);
}

void Gate::report_arrival() {
  arrived.fetch_add(1, std::memory_order_seq_cst);
  futex_wake_all(arrived);
}

bool Gate::wait_for_arrival(uint32_t seen, int milliseconds) {
  timespec timeout{milliseconds / 1000, milliseconds % 1000 * 1'000'000L};
  constexpr int64_t timed_out = -110; // -ETIMEDOUT
  return raw_syscall(SYS_futex, raw_pointer(&arrived), FUTEX_WAIT_PRIVATE, seen,
                     raw_pointer(&timeout)) != timed_out;
}

StoppedWorld::StoppedWorld(Thread &thread) : thread(thread) {
  Process &process = thread.process();
  if (process.is_multi_threaded()) {
    process.gate.close();
    process.wait_for_quiet_others(thread);
  }
  thread.become_busy_behind_gate();
}

StoppedWorld::~StoppedWorld() {
  Process &process = thread.process();
  thread.become_quiet();
  if (process.gate.is_closed())
    process.gate.open();
}

} // namespace wali::host
