// madvise refuses addresses within a page, unknown advice, advice that does not apply to shared
// memory, and addresses outside memory. The bytes stay.
// Covers: madvise EINVAL, ENOMEM
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(4096);
  bytes[0] = bytes[4095] = 'e';
  report("address + 1", sys::madvise(bytes + 1, 4096, MADV_DONTNEED));
  report("address + 2048, no length", sys::madvise(bytes + 2048, 0, MADV_DONTNEED));
  report("no length", sys::madvise(bytes, 0, MADV_DONTNEED));
  report("advice 99", sys::madvise(bytes, 4096, 99));
  report("advice -1", sys::madvise(bytes, 4096, -1));
  report("advice 99, no length", sys::madvise(bytes, 0, 99));
  void *shared = setup::shared_memory(4096);
  report("MADV_FREE of shared memory", sys::madvise(shared, 4096, MADV_FREE));
  report("MADV_WIPEONFORK of shared memory", sys::madvise(shared, 4096, MADV_WIPEONFORK));
  report("outside of memory", sys::madvise(static_cast<uint8_t *>(setup::bad_address()) - 4096, 4096, MADV_DONTNEED));
  report("first byte", Text(bytes, 1));
  report("last byte", Text(bytes + 4095, 1));
}
