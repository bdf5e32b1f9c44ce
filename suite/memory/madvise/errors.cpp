// What madvise refuses; around a hole the rest of the range is advised all the
// same.
// Covers: madvise EINVAL, ENOMEM, EFAULT
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 'e', 4 * 4096);
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
  report("bytes", Text(bytes, 2));
  setup::require_zero("munmap", sys::munmap(bytes + 4096, 4096));
  report("a page without a mapping", sys::madvise(bytes + 4096, 4096, MADV_DONTNEED));
  report("a hole between", sys::madvise(bytes, 3 * 4096, MADV_DONTNEED));
  report("page before the hole", Text(bytes, 2));
  report("page behind the hole", Text(bytes + 2 * 4096, 2));
  report("page behind the range", Text(bytes + 3 * 4096, 2));
  setup::write_file("file", "short");
  Fd file = setup::open("file", O_RDWR);
  void *view = sys::mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0).pointer<void>();
  report("MADV_POPULATE_READ behind the end of the file", sys::madvise(view, 8192, MADV_POPULATE_READ));
  setup::require_zero("mprotect", sys::mprotect(bytes, 4096, PROT_READ));
  report("MADV_POPULATE_WRITE of what may only be read", sys::madvise(bytes, 4096, MADV_POPULATE_WRITE));
}
