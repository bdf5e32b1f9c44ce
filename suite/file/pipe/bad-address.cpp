// A pipe whose descriptors cannot be stored gives EFAULT and leaves nothing open. The last eight bytes of memory are
// a good address.
// Covers: pipe EFAULT, last valid byte
#include "wali/test.h"

void test() {
  report("lowest free number", setup::lowest_free_descriptor());
  auto *last = reinterpret_cast<int *>(setup::last_bytes(8));
  report("pipe: bad address", sys::pipe(static_cast<int *>(setup::bad_address())));
  report("pipe: leaves memory", sys::pipe(last + 1));
  report("lowest free number", sys::open(".", O_RDONLY, 0));
  report("pipe: last bytes", sys::pipe(last));
  setup::write_all(last[1], "through");
  sys::close(last[1]);
  report("what comes out", setup::read_all(last[0]));
}
