// A read of an empty pipe waits, and gets the end of the file when the last writer is closed.
// Covers: read pipe, blocks until end of file
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  int &closed = setup::shared<int>();
  Child child = setup::fork([&] {
    setup::sleep_ms(30);
    __atomic_store_n(&closed, 1, __ATOMIC_RELEASE);
  });
  pipe.write.reset();
  GuardedBytes<8> buffer;
  Result result = sys::read(pipe.read, &buffer, 8);
  report("writer's end seen when read returns", __atomic_load_n(&closed, __ATOMIC_ACQUIRE));
  report("read", result);
  report_poison("buffer", buffer);
}
