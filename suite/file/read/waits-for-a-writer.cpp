// A read of an empty pipe waits until another process writes.
// Covers: read blocks until data
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  int &written = setup::shared<int>();
  Child child = setup::fork([&] {
    setup::sleep_ms(30);
    __atomic_store_n(&written, 1, __ATOMIC_RELEASE);
    setup::write_all(pipe.write, "late");
  });
  GuardedBytes<8> buffer;
  Result result = sys::read(pipe.read, &buffer, 8);
  report("written when read returns", __atomic_load_n(&written, __ATOMIC_ACQUIRE));
  report("read", result);
  report("buffer", buffer.bytes(4));
}
