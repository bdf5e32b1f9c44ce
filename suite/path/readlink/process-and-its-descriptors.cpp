// The links in /proc are those of the calling process: /proc/self gives its id, and
// /proc/self/fd names the files of its descriptors.
// Covers: readlink /proc/self
#include "wali/test.h"

void test() {
  GuardedBytes<32> buffer;
  char *start = reinterpret_cast<char *>(*&buffer);
  report("getpid", sys::getpid());
  report("/proc/self", Text(start, sys::readlink("/proc/self", start, 32).size()));
  Fd device = setup::open("/dev/zero", O_RDONLY);
  report("readlink", sys::readlink(label("/proc/self/fd/", static_cast<int>(device)).c_str(), start, 32));
  report("bytes", buffer.bytes(9));
}
