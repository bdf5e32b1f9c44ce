// MREMAP_DONTUNMAP moves the contents and leaves the old place mapped and zeroed. Both
// places have the protection that the old one had.
// Covers: mremap MREMAP_DONTUNMAP
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(2 * 4096), *place = setup::map(2 * 4096);
  __builtin_memset(bytes, 0x31, 2 * 4096);
  Result result = sys::mremap(bytes, 8192, 8192, MREMAP_MAYMOVE | MREMAP_DONTUNMAP, nullptr);
  report("mremap", result);
  report("new place", Text(result.pointer() + 8188, 4));
  report("old place", Text(bytes + 8188, 4));
  bytes[0] = 0x32;
  report("old place, written", Text(bytes, 2));
  report("new place", Text(result.pointer(), 2));
  setup::require_zero("mprotect", sys::mprotect(bytes, 8192, PROT_READ));
  report("another place", reinterpret_cast<uintptr_t>(place));
  report("mremap with MREMAP_FIXED",
         sys::mremap(bytes, 8192, 8192, MREMAP_MAYMOVE | MREMAP_DONTUNMAP | MREMAP_FIXED, place));
  report("new place", Text(place, 2));
  report("old place", Text(bytes, 2));
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  report("write from the old place", sys::pwrite64(file, bytes, 2, 0));
  report("read into the old place", sys::pread64(file, bytes, 2, 0));
  report("read into the new place", sys::pread64(file, place, 2, 0));
}
