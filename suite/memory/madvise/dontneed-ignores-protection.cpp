// MADV_DONTNEED discards the contents of memory that may only be read or not be accessed at all,
// and leaves its protection.
// Covers: madvise MADV_DONTNEED, protection
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "p");
  uint8_t *bytes = setup::map(3 * 4096);
  __builtin_memset(bytes, 'd', 3 * 4096);
  setup::require_zero("mprotect", sys::mprotect(bytes, 4096, PROT_READ));
  setup::require_zero("mprotect", sys::mprotect(bytes + 4096, 4096, PROT_NONE));
  report("madvise", sys::madvise(bytes, 2 * 4096, MADV_DONTNEED));
  report("writes from the pages", memory::writes_from(probe, bytes, 3));
  report("reads into the pages", memory::reads_into(probe, bytes, 3));
  setup::require_zero("mprotect", sys::mprotect(bytes, 2 * 4096, PROT_READ));
  report("around the second page's begin", Text(bytes + 4094, 4));
  report("around its end", Text(bytes + 8190, 4));
}
