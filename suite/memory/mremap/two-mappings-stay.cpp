// A range of several mappings may shrink in place to a size that still spans two of them: both stay, each with its
// protection and its bytes.
// Covers: mremap several mappings
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 't', 4 * 4096);
  setup::require_zero("mprotect", sys::mprotect(bytes + 2 * 4096, 2 * 4096, PROT_READ));
  report("address", reinterpret_cast<uintptr_t>(bytes));
  report("mremap to three pages", sys::mremap(bytes, 4 * 4096, 3 * 4096, 0, nullptr));
  report("pwrite64 from the pages", memory::writes_from(probe, bytes, 4));
  report("pread64 into the pages", memory::reads_into(probe, bytes, 4));
  report("over the border", Text(bytes + 8190, 4));
}
