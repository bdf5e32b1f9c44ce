// If a page of the range is not mapped, mprotect gives -ENOMEM. It has changed what lies before
// the hole, and not what lies after it.
// Covers: mprotect ENOMEM
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(3 * 4096);
  setup::write_file("file", "byte");
  Fd file = setup::open("file", O_RDWR);
  report("outside of memory", sys::mprotect(setup::bad_address(), 4096, PROT_READ));
  setup::require_zero("munmap", sys::munmap(bytes + 4096, 4096));
  report("a page without a mapping", sys::mprotect(bytes + 4096, 4096, PROT_READ));
  report("read into the page before the hole", sys::pread64(file, bytes, 4, 0));
  report("mappings around the hole", sys::mprotect(bytes, 3 * 4096, PROT_READ));
  report("read into the page before the hole", sys::pread64(file, bytes, 4, 0));
  report("read into the page behind the hole", sys::pread64(file, bytes + 2 * 4096, 4, 0));
}
