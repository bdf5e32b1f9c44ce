// MAP_HUGETLB is refused if there are no huge pages of the size that the flags name. Memory that it would replace
// stays.
// Covers: mmap MAP_HUGETLB, EINVAL
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(4096);
  bytes[0] = 'h';
  // The six bits from 26 on are the size's logarithm.
  auto map = [=](uint32_t size, int flags) {
    const uint32_t all = static_cast<uint32_t>(MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB | flags) | size << 26;
    return sys::mmap(bytes, 4096, PROT_READ | PROT_WRITE, static_cast<int>(all), -1, 0);
  };
  report("4 KiB", map(12, 0));
  report("8 EiB", map(63, 0));
  report("8 EiB, MAP_FIXED", map(63, MAP_FIXED));
  report("byte", Text(bytes, 1));
}
