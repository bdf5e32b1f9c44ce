// MADV_POPULATE_READ is refused for memory that may not be read, and MADV_POPULATE_WRITE for
// memory that may not be written.
// Covers: madvise MADV_POPULATE_READ, MADV_POPULATE_WRITE, EINVAL
#include "wali/test.h"

void test() {
  uint8_t *none = setup::map(4096, PROT_NONE), *readable = setup::map(4096, PROT_READ);
  report("MADV_POPULATE_READ without access", sys::madvise(none, 4096, MADV_POPULATE_READ));
  report("MADV_POPULATE_WRITE without access", sys::madvise(none, 4096, MADV_POPULATE_WRITE));
  report("MADV_POPULATE_WRITE to read", sys::madvise(readable, 4096, MADV_POPULATE_WRITE));
  report("MADV_POPULATE_READ to read", sys::madvise(readable, 4096, MADV_POPULATE_READ));
}
