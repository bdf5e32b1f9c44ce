// A mapping that a child unmaps stays mapped in its parent, and one that the parent unmaps after fork stays mapped in
// the child.
// Covers: munmap fork
// Covers: fork unmapping
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 9, 4 * 4096);
  Event &unmapped = setup::shared<Event>();
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  Child child = setup::fork([&] {
    unmapped.wait();
    report("in the child, write from what its parent unmapped", sys::pwrite64(file, bytes + 3 * 4096, 1, 0));
    report("in the child, munmap", sys::munmap(bytes, 8192));
    report("in the child, write from what it unmapped", sys::pwrite64(file, bytes + 4096, 1, 0));
  });
  setup::require_zero("munmap", sys::munmap(bytes + 3 * 4096, 4096));
  unmapped.set();
  report("child", child.wait());
  report("write from what the child unmapped", sys::pwrite64(file, bytes + 4096, 1, 0));
  report("write from what we unmapped", sys::pwrite64(file, bytes + 3 * 4096, 1, 0));
}
