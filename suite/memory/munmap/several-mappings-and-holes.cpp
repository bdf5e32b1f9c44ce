// One call unmaps all mappings in its range, of any kind, and the holes between them. It also
// succeeds if nothing is mapped.
// Covers: munmap several mappings, unmapped range
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 4096);
  uint8_t *bytes = setup::map(8 * 4096);
  auto map = [&](size_t page, int prot, int flags, int fd) {
    setup::require_address("mmap", sys::mmap(bytes + page * 4096, 4096, prot, flags | MAP_FIXED, fd, 0), 4096);
  };
  map(2, PROT_READ | PROT_WRITE, MAP_SHARED, file);
  map(3, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
  setup::require_zero("munmap", sys::munmap(bytes + 4 * 4096, 4096));
  map(5, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1);
  bytes[2 * 4096] = 'x';
  report("munmap", sys::munmap(bytes + 4096, 6 * 4096));
  for (size_t page = 0; page < 8; ++page)
    report(label("write from page ", page), sys::pwrite64(file, bytes + page * 4096, 1, 100));
  report("munmap once more", sys::munmap(bytes + 4096, 6 * 4096));
  report("munmap of all", sys::munmap(bytes, 8 * 4096));
  char byte = 0;
  report("pread64", sys::pread64(file, &byte, 1, 0));
  report("file", Text(&byte, 1));
}
