// Two files that are mapped at each other's addresses, after they have been unmapped or at once
// by MAP_FIXED, show their own contents there.
// Covers: mmap MAP_SHARED, MAP_FIXED, two files
#include "suite/memory/mappings.h"

void test() {
  setup::write_file("first", "of the first");
  setup::write_file("second", "of the second");
  Fd first = setup::open("first", O_RDWR), second = setup::open("second", O_RDWR);
  uint8_t *one = memory::view(first, 4096, MAP_SHARED), *other = memory::view(second, 4096, MAP_SHARED);
  auto map = [](uint8_t *place, int fd) {
    const Result result = sys::mmap(place, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, 0);
    return Text(setup::require_address("mmap", result, 4096), 13);
  };
  report("first place", Text(one, 13));
  report("second place", Text(other, 13));
  setup::require_zero("munmap", sys::munmap(one, 4096));
  setup::require_zero("munmap", sys::munmap(other, 4096));
  report("first place, then", map(one, second));
  report("second place, then", map(other, first));
  report("first place, in the end", map(one, first));
  report("second place, in the end", map(other, second));
  one[0] = 'O';
  other[0] = '0';
  report("first file", setup::read_file("first"));
  report("second file", setup::read_file("second"));
}
