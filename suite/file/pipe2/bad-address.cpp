// A pipe whose descriptors cannot be stored gives EFAULT and leaves nothing open. The last eight bytes of memory are
// a good address. An unknown flag is refused first.
// Covers: pipe2 EFAULT, EINVAL, last valid byte
#include "wali/test.h"

void test() {
  report("lowest free number", setup::lowest_free_descriptor());
  auto *last = reinterpret_cast<int *>(setup::last_bytes(8));
  report("pipe2: bad address", sys::pipe2(static_cast<int *>(setup::bad_address()), 0));
  report("pipe2: leaves memory", sys::pipe2(last + 1, 0));
  report("pipe2: bad address and flag", sys::pipe2(static_cast<int *>(setup::bad_address()), O_APPEND));
  report("lowest free number", sys::open(".", O_RDONLY, 0));
  report("pipe2: last bytes", sys::pipe2(last, 0));
  setup::write_all(last[1], "through");
  sys::close(last[1]);
  report("what comes out", setup::read_all(last[0]));
}
