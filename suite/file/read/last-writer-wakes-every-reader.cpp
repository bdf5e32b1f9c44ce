// When the last writer of an empty pipe is closed, every process that waits in a read of it gets the end of the file.
// Covers: read end of file, several readers
#include "wali/test.h"

void test() {
  constexpr int readers = 10;
  Pipe pipe = setup::pipe();
  struct Seen {
    int begun, closed;
    Result results[readers];
    int closed_then[readers];
  };
  Seen &seen = setup::shared<Seen>();
  int children[readers];
  for (int i = 0; i < readers; ++i) {
    seen.results[i].value = -1;
    children[i] = setup::fork([&] {
                    pipe.write.reset();
                    __atomic_fetch_add(&seen.begun, 1, __ATOMIC_RELEASE);
                    char byte;
                    seen.results[i] = sys::read(pipe.read, &byte, 1);
                    seen.closed_then[i] = __atomic_load_n(&seen.closed, __ATOMIC_ACQUIRE);
                  }).release();
  }
  while (__atomic_load_n(&seen.begun, __ATOMIC_ACQUIRE) != readers)
    sys::sched_yield();
  setup::sleep_ms(20); // until all wait, most likely
  __atomic_store_n(&seen.closed, 1, __ATOMIC_RELEASE);
  pipe.write.reset();
  for (int i = 0; i < readers; ++i) {
    report("reader", Child(children[i]).wait());
    report("read", seen.results[i]);
    report("closed by then", seen.closed_then[i]);
  }
}
