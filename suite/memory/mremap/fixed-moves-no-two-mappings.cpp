// With MREMAP_FIXED a range cannot shrink to a size that still spans two mappings: what is to move has to be of one
// mapping.
// Covers: mremap EFAULT, MREMAP_FIXED, several mappings
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(3 * 4096), *place = setup::map(2 * 4096);
  setup::require_zero("mprotect", sys::mprotect(bytes + 4096, 2 * 4096, PROT_READ));
  report("mremap of three pages to two", sys::mremap(bytes, 3 * 4096, 2 * 4096, MREMAP_MAYMOVE | MREMAP_FIXED, place));
}
