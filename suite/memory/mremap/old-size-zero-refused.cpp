// An old size of 0 asks for a second address of a shared mapping. mremap refuses it for private
// memory, and for shared memory without MREMAP_MAYMOVE.
// Covers: mremap old size 0, EINVAL, ENOMEM
#include "wali/test.h"

void test() {
  report("private", sys::mremap(setup::map(4096), 0, 4096, MREMAP_MAYMOVE, nullptr));
  report("shared, no flag", sys::mremap(setup::shared_memory(4096), 0, 4096, 0, nullptr));
}
