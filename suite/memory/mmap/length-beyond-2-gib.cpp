// No memory call treats a length of 2 GiB or more as a negative number.
// Covers: mmap length beyond 2 GiB
// Covers: mprotect length beyond 2 GiB
// Covers: msync length beyond 2 GiB
// Covers: madvise length beyond 2 GiB
// Covers: mremap length beyond 2 GiB
// Covers: munmap length beyond 2 GiB
// REQUIRES: memory-4g
#include "wali/test.h"

void test() {
  constexpr size_t length = 0x90000000, page = 4096;
  setup::write_file("file", "abc");
  Fd file = setup::open("file", O_RDWR);
  Result mapped =
      sys::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  report("mmap", mapped);
  report("mmap, address modulo a page", mapped.value % int64_t{page});
  uint8_t *bytes = mapped.pointer(), *last = bytes + length - 1;
  report("read into the last byte", sys::pread64(file, last, 1, 0));
  report("mprotect", sys::mprotect(bytes, length, PROT_READ));
  report("read into the last byte", sys::pread64(file, last, 1, 1));
  report("mprotect back", sys::mprotect(bytes, length, PROT_READ | PROT_WRITE));
  report("msync", sys::msync(bytes, length, MS_SYNC));
  report("madvise", sys::madvise(bytes, length, MADV_DONTNEED));
  report("write from the last byte", sys::pwrite64(file, last, 1, 2));
  report("file", setup::read_file("file"));
  report("mremap", sys::mremap(bytes, length, length - page, 0, nullptr));
  report("write from the last byte", sys::pwrite64(file, last, 1, 2));
  report("munmap", sys::munmap(bytes, length - page));
  report("write from the first byte", sys::pwrite64(file, bytes, 1, 2));
}
