// Anonymous memory is zeroed, begins at a page, reaches to the end of its last page, and
// overlaps nothing. Its descriptor does not matter.
// Covers: mmap MAP_ANONYMOUS, MAP_PRIVATE, length
#include "wali/test.h"

namespace {

uint8_t *map(const char *name, size_t length, int fd) {
  Result result = sys::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, fd, 0);
  report(label(name, ", address modulo 4096"), result.value % 4096);
  uint8_t *bytes = result.pointer();
  uint8_t found = 0;
  size_t pages = (length + 4095) / 4096;
  for (size_t i = 0; i < pages * 4096; ++i)
    found |= bytes[i];
  report(label(name, ", bytes found"), found);
  __builtin_memset(bytes, static_cast<int>(pages), pages * 4096);
  return bytes;
}

size_t others(const uint8_t *bytes, size_t pages) {
  size_t count = 0;
  for (size_t i = 0; i < pages * 4096; ++i)
    count += bytes[i] != pages;
  return count;
}

} // namespace

void test() {
  uint8_t *one = map("1 byte", 1, -1), *page = map("a page", 4096, 77), *two = map("a page and a byte", 4097, -1),
          *many = map("100000 bytes", 100000, 1 << 20);
  report("bytes changed by a neighbour",
         label(others(one, 1), " ", others(page, 1), " ", others(two, 2), " ", others(many, 25)));
}
