// When another thread closes a descriptor for which select waits, the wait goes on, until another one is ready.
// Covers: select close, threads
#include "wali/test.h"

namespace {

struct Wait {
  int closed, other;
  fd_set read = {};
  Result result = {};
};

void wait(void *pointer) {
  Wait &self = *static_cast<Wait *>(pointer);
  self.read.bits[0] = uint64_t{1} << self.closed | uint64_t{1} << self.other;
  self.result = sys::select(64, &self.read, nullptr, nullptr, nullptr);
}

// What a thread gets that selects two descriptors, one of which is closed before the other becomes readable.
Wait wait_while_one_is_closed() {
  Pipe closed = setup::pipe(), other = setup::pipe();
  Wait seen = {closed.read, other.read};
  Thread waiter(wait, &seen);
  setup::sleep_ms(20); // until it waits, most likely
  closed.read.reset();
  setup::sleep_ms(20);
  setup::write_all(other.write, "x");
  waiter.join();
  return seen;
}

} // namespace

void test() {
  Wait seen = wait_while_one_is_closed();
  // A thread that comes too late gets -EBADF.
  for (int tries = 0; tries < 20 && seen.result.value == -EBADF; ++tries)
    seen = wait_while_one_is_closed();
  report("select", seen.result);
  report("the other one", seen.read.bits[0] >> seen.other & 1);
}
