// MADV_DONTNEED discards what was written to private memory, which then shows zeros or the
// file's bytes again. Shared memory keeps its contents.
// Covers: madvise MADV_DONTNEED
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 0x61, 4 * 4096);
  report("private memory, 4097 bytes of it", sys::madvise(bytes + 4096, 4097, MADV_DONTNEED));
  report("around its begin", Text(bytes + 4094, 4));
  report("around its end", Text(bytes + 3 * 4096 - 2, 4));
  bytes[4096] = 0x62;
  report("written again", Text(bytes + 4096, 2));
  setup::write_file("file", "the file's");
  Fd file = setup::open("file", O_RDWR);
  Result mapped = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
  uint8_t *view = setup::require_address("mmap", mapped, 4096);
  __builtin_memcpy(view, "our own", 7);
  report("private view before", Text(view, 10));
  report("private view of a file", sys::madvise(view, 4096, MADV_DONTNEED));
  report("private view afterwards", Text(view, 10));
  char *shared = static_cast<char *>(setup::shared_memory(4096));
  __builtin_memcpy(shared, "shared", 6);
  report("shared memory", sys::madvise(shared, 4096, MADV_DONTNEED));
  report("shared memory afterwards", Text(shared, 6));
}
