// A write to a semaphore wakes as many readers as the value that it adds. The others wait for the next write.
// Covers: eventfd2 EFD_SEMAPHORE, waits
#include "wali/test.h"

namespace {

int semaphore;

int take() {
  uint64_t value = 0;
  sys::read(semaphore, &value, 8);
  return static_cast<int>(value);
}
void add(uint64_t value) { report("write", sys::write(semaphore, &value, 8)); }

} // namespace

void test() {
  Fd counter(sys::eventfd2(0, EFD_SEMAPHORE).fd());
  semaphore = counter;
  Child children[] = {setup::fork(take), setup::fork(take), setup::fork(take)};
  const auto report_end = [] {
    int status = 0;
    setup::require_pid("wait4", sys::wait4(-1, &status, 0, nullptr));
    report("a reader", WaitStatus{status});
  };
  setup::sleep_ms(10); // until all wait, most likely
  add(2);
  report_end();
  report_end();
  setup::set_status_flags(counter, O_NONBLOCK);
  uint64_t value = 0;
  report("read of what is left", sys::read(counter, &value, 8));
  report("another reader that has ended", sys::wait4(-1, nullptr, WNOHANG, nullptr));
  add(1);
  report_end();
  report("read of what is left", sys::read(counter, &value, 8));
  for (Child &child : children)
    child.release();
}
