// A child that discards its copy of private memory finds zeros there, and its parent what it has
// written.
// Covers: madvise MADV_DONTNEED, fork
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(2 * 4096);
  __builtin_memset(bytes, 'p', 2 * 4096);
  setup::in_child([=] {
    report("in the child", Text(bytes + 4094, 4));
    report("in the child, madvise", sys::madvise(bytes, 4096, MADV_DONTNEED));
    report("in the child, afterwards", Text(bytes + 4094, 4));
  });
  report("in the parent", Text(bytes + 4094, 4));
}
