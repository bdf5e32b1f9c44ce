// What a child unmaps stays its parent's; what the parent unmaps stays the
// child's.
// Covers: munmap fork
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 9, 4 * 4096);
  Event &unmapped = setup::shared<Event>();
  Child child = setup::fork([&] {
    int result = sys::munmap(bytes, 8192).ok() ? 10 : 90;
    unmapped.wait();
    return result + bytes[3 * 4096];
  });
  setup::require_zero("munmap", sys::munmap(bytes + 3 * 4096, 4096));
  unmapped.set();
  report("child, with a byte of what we unmapped", child.wait());
  report("a byte of what the child unmapped", bytes[4096]);
}
