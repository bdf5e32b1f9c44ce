// The memory devices and the image of the kernel's memory cannot be read.
// Covers: proc-mem kcore, mem, kmem, port
// Oracle: ABI.md, Pointers
#include "wali/test.h"

namespace {

// Bytes read from the start of the file, which is opened for that alone.
int64_t bytes_of(const char *path) {
  Result fd = sys::openat(AT_FDCWD, path, O_RDONLY, 0);
  if (!fd.ok())
    return 0;
  uint8_t bytes[16];
  Result got = sys::read(fd.fd(), bytes, sizeof(bytes));
  sys::close(fd.fd());
  return got.value > 0 ? got.value : 0;
}

} // namespace

void test() {
  for (const char *path : {"/proc/kcore", "/dev/mem", "/dev/kmem", "/dev/port"})
    report(label(path, ", bytes read"), bytes_of(path));
}
