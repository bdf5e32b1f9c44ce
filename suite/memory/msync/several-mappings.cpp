// One call synchronises all mappings in its range, whatever their kind and protection.
// Covers: msync several mappings
#include "suite/memory/mappings.h"

void test() {
  Fd first = setup::open("first", O_RDWR | O_CREAT), second = setup::open("second", O_RDWR | O_CREAT);
  setup::resize(first, 5);
  setup::resize(second, 6);
  uint8_t *bytes = setup::map(4 * 4096);
  auto map = [&](size_t page, int fd) {
    const Result result = sys::mmap(bytes + page * 4096, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, 0);
    __builtin_memcpy(setup::require_address("mmap", result, 4096), "second", 6);
  };
  map(1, first);
  map(3, second);
  setup::require_zero("mprotect", sys::mprotect(bytes + 2 * 4096, 2 * 4096, PROT_NONE));
  report("msync", sys::msync(bytes, 4 * 4096, MS_SYNC));
  report("first file", setup::read_file("first"));
  report("second file", setup::read_file("second"));
}
