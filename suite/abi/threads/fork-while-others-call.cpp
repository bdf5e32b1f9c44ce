// A thread forks two hundred times while others map memory, call and loop: each
// child works, and ends as it should.
// Covers: threads fork under load
// Covers: fork while other threads call
#include "wali/test.h"

namespace {

volatile bool stop;
volatile int looped;

void map_and_unmap(void *) {
  while (!stop) {
    uint8_t *bytes = setup::map(20000);
    bytes[19999] = 1;
    setup::require("munmap", sys::munmap(bytes, 20000));
  }
}

void call(void *) {
  int word = 0;
  const timespec none = {0, 1};
  while (!stop) {
    sys::futex(&word, FUTEX_WAIT, 0, &none, nullptr, 0);
    sys::getppid();
  }
}

void loop(void *) {
  while (!stop)
    looped = looped + 1;
}

// What a child does with all of it.
int work() {
  uint8_t *bytes = setup::map(100000);
  bytes[99999] = 3;
  int word = 1;
  int64_t refused = sys::futex(&word, FUTEX_WAIT, 0, nullptr, nullptr, 0).value;
  return refused == -EAGAIN && sys::munmap(bytes, 100000).ok() ? bytes == nullptr ? 1 : 4 : 2;
}

} // namespace

void test() {
  Thread mapper(map_and_unmap), caller(call), looper(loop);
  int good = 0;
  for (int i = 0; i < 200; ++i)
    good += setup::fork(work).wait().value == 4 << 8;
  stop = true;
  report("children that ended as they should", good);
}
