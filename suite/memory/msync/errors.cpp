// msync refuses addresses within a page, flags that exclude each other or are unknown, holes,
// and MS_INVALIDATE for locked memory.
// Covers: msync EINVAL, ENOMEM, EBUSY
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(3 * 4096);
  report("address + 1", sys::msync(bytes + 1, 4096, MS_SYNC));
  report("address + 2048, no length", sys::msync(bytes + 2048, 0, MS_SYNC));
  report("MS_SYNC|MS_ASYNC", sys::msync(bytes, 4096, MS_SYNC | MS_ASYNC));
  report("flag 8", sys::msync(bytes, 4096, MS_SYNC | 8));
  report("flag 8, no length", sys::msync(bytes, 0, 8));
  report("outside of memory", sys::msync(setup::bad_address(), 4096, MS_SYNC));
  setup::require_zero("munmap", sys::munmap(bytes + 4096, 4096));
  report("a page without a mapping", sys::msync(bytes + 4096, 4096, MS_SYNC));
  report("the page before it alone", sys::msync(bytes, 4096, MS_SYNC));
  report("a mapping and a hole", sys::msync(bytes, 8192, MS_SYNC));
  report("mappings around a hole", sys::msync(bytes, 3 * 4096, MS_ASYNC));
  Result locked = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_LOCKED, -1, 0);
  setup::require_address("mmap", locked, 4096);
  report("MS_INVALIDATE of locked memory", sys::msync(locked.pointer(), 4096, MS_INVALIDATE));
  report("MS_SYNC of locked memory", sys::msync(locked.pointer(), 4096, MS_SYNC));
}
