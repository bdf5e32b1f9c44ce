// Addresses of 2 GiB and more can be mapped, passed to calls, protected, moved and unmapped like
// others.
// Covers: mmap addresses from 2 GiB
// REQUIRES: memory-4g
#include "wali/test.h"

void test() {
  constexpr size_t gib = size_t{1} << 30;
  setup::map(gib, PROT_NONE);
  setup::map(gib, PROT_NONE);
  Result result = sys::mmap(nullptr, gib, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  report("mmap", result);
  uint8_t *bytes = result.pointer() + gib - 8192;
  report("the third GiB's last pages, compared with 2 GiB",
         compared(reinterpret_cast<uintptr_t>(bytes), uintptr_t{2 * gib}));
  setup::write_file("file", "from a file");
  Fd file = setup::open("file", O_RDWR);
  report("read", sys::read(file, bytes, 16));
  report("bytes", Text(bytes, 16));
  report("write", sys::write(file, bytes, 4));
  report("mprotect", sys::mprotect(bytes, 4096, PROT_READ));
  report("read where it may only be read", sys::pread64(file, bytes, 4, 0));
  Result moved = sys::mremap(bytes, 4096, 3 * 4096, MREMAP_MAYMOVE, nullptr);
  report("mremap", moved);
  report("moved", Text(moved.pointer(), 11));
  report("munmap", sys::munmap(moved.pointer(), 3 * 4096));
  report("file", setup::read_file("file"));
}
