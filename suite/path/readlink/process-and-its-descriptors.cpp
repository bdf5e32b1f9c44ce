// /proc's links answer for the calling process: its own id, and what its descriptors
// lead to.
// Covers: readlink /proc/self
#include "wali/test.h"

void test() {
  GuardedBytes<32> buffer;
  char *start = reinterpret_cast<char *>(*&buffer);
  Line pid = label(sys::getpid().value);
  Result result = sys::readlink("/proc/self", start, 32);
  report("length against the id's", compared(result.size(), pid.text().size));
  report("bytes", compared(__builtin_memcmp(start, pid.text().data, pid.text().size), 0));
  Fd device = setup::open("/dev/zero", O_RDONLY);
  report("readlink", sys::readlink(label("/proc/self/fd/", static_cast<int>(device)).c_str(), start, 32));
  report("bytes", buffer.bytes(9));
}
