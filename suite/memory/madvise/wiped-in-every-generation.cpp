// MADV_WIPEONFORK stays in force in a child. What the child writes there is wiped in its own children.
// Covers: madvise MADV_WIPEONFORK, fork
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(2 * 4096);
  __builtin_memset(bytes, 'p', 2 * 4096);
  setup::require_zero("madvise", sys::madvise(bytes, 4096, MADV_WIPEONFORK));
  setup::in_child([=] {
    report("in the child", Text(bytes + 4094, 4));
    __builtin_memset(bytes, 'c', 2 * 4096);
    setup::in_child([=] { report("in its child", Text(bytes + 4094, 4)); });
    report("in the child, afterwards", Text(bytes + 4094, 4));
  });
  report("in the parent", Text(bytes + 4094, 4));
}
