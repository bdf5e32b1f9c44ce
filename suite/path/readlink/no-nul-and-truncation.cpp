// readlink writes the target without a NUL, cuts it silently to the buffer's size, and writes
// nothing after it.
// Covers: readlink truncation
#include "wali/test.h"

void test() {
  setup::symlink("0123456789", "link");
  const int sizes[] = {1, 9, 10, 11, 32};
  for (int size : sizes) {
    GuardedBytes<32> buffer;
    Result result = sys::readlink("link", reinterpret_cast<char *>(*&buffer), size);
    report(label("readlink, size ", size), result);
    report("bytes", buffer.bytes(result.size()));
    report_poison("rest", *&buffer + result.size(), 32 - result.size());
    report_walls("walls", buffer);
  }
}
