// A child has its parent's mappings of files, even when the file is closed and deleted. Shared mappings show both
// what the other writes, and the child makes more of the same file.
// Covers: mmap fork, file mapping
// Covers: fork mappings of files
#include "suite/memory/mappings.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT), other = setup::open("file", O_RDWR);
  setup::resize(file, 2 * 4096);
  uint8_t *shared = memory::view(file, 2 * 4096, MAP_SHARED);
  file.reset();
  setup::unlink("file");
  __builtin_memcpy(shared, "by the parent", 13);
  setup::in_child([&] {
    report("in the child", Text(shared, 13));
    __builtin_memcpy(shared + 4096, "by the child", 12);
    uint8_t *own = memory::view(other, 4096, MAP_SHARED, PROT_READ | PROT_WRITE, 4096);
    report("in the child, a mapping of its own", Text(own, 12));
    __builtin_memcpy(own + 100, "by its mapping", 14);
    report("in the child, munmap", sys::munmap(shared, 4096));
  });
  report("first page", Text(shared, 13));
  report("second page", Text(shared + 4096, 12));
  report("second page, from 100", Text(shared + 4096 + 100, 14));
  GuardedBytes<12> buffer;
  report("pread64", sys::pread64(other, &buffer, 12, 4096));
  report("file", buffer.bytes());
}
