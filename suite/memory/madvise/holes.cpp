// Advice for a range with a hole gives -ENOMEM, but takes effect on what is mapped before and
// after the hole.
// Covers: madvise ENOMEM
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 'e', 4 * 4096);
  setup::require_zero("munmap", sys::munmap(bytes + 4096, 4096));
  report("a page without a mapping", sys::madvise(bytes + 4096, 4096, MADV_DONTNEED));
  report("page before the hole", Text(bytes, 2));
  report("mappings around the hole", sys::madvise(bytes, 3 * 4096, MADV_DONTNEED));
  report("page before the hole", Text(bytes, 2));
  report("page behind the hole", Text(bytes + 2 * 4096, 2));
  report("page behind the range", Text(bytes + 3 * 4096, 2));
}
