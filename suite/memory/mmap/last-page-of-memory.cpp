// The last page of memory can be mapped, protected, advised, synchronised,
// moved from and unmapped.
// Covers: mmap last valid byte
// Covers: mprotect last valid byte
// Covers: madvise last valid byte
// Covers: msync last valid byte
// Covers: mremap last valid byte
// Covers: munmap last valid byte
#include "wali/test.h"

namespace {

uint8_t *last_page() {
#ifdef __wasm32__
  __builtin_wasm_memory_grow(0, 1);
  return reinterpret_cast<uint8_t *>(__builtin_wasm_memory_size(0) * 65536 - 4096);
#else
  return setup::map(4096);
#endif
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "bytes of the file");
  uint8_t *place = setup::map(4096), *page = last_page();
  report("the last page", reinterpret_cast<uintptr_t>(page));
  report("mmap", sys::mmap(page, 4096, PROT_READ, MAP_SHARED | MAP_FIXED, file, 0));
  report("page", Text(page, 8));
  report("read into its last bytes", sys::pread64(file, page + 4092, 4, 0));
  report("mprotect", sys::mprotect(page, 4096, PROT_READ | PROT_WRITE));
  report("read into its last bytes", sys::pread64(file, page + 4092, 4, 0));
  report("msync", sys::msync(page, 4096, MS_SYNC));
  report("madvise", sys::madvise(page, 4096, MADV_DONTNEED));
  report("the new place", reinterpret_cast<uintptr_t>(place));
  report("mremap", sys::mremap(page, 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, place));
  report("bytes at the new place", Text(place, 8));
  report("mmap", sys::mmap(page, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
  report("page", Text(page, 8));
  report("munmap", sys::munmap(page, 4096));
  report("write from it", sys::pwrite64(file, page, 4, 0));
}
