// When memory has reached its maximum, mmap and mremap fail with ENOMEM, and existing mappings
// stay. What munmap frees can be mapped again.
// Covers: memory maximum
// Covers: mmap ENOMEM
// Covers: mremap ENOMEM
// Oracle: ABI.md, Memory
#include "wali/test.h"

void test() {
  constexpr size_t size = 64 << 20;
  auto map = [](size_t length) {
    return sys::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  };
  uint8_t *pieces[64];
  size_t count = 0;
  Result result = {};
  for (; count < 64 && (result = map(size)).ok(); ++count) {
    pieces[count] = result.pointer();
    pieces[count][0] = pieces[count][size - 1] = static_cast<uint8_t>(count + 1);
  }
  report("mmap in the end", result);
  report("pieces of 64 MiB, compared with 25", compared(count, size_t{25}));
  report("pieces of 64 MiB, compared with 32", compared(count, size_t{32}));
  while (map(1 << 20).ok()) {
  }
  report("mmap of 1 MiB", map(1 << 20));
  report("mremap to twice the size", sys::mremap(pieces[0], size, 2 * size, MREMAP_MAYMOVE, nullptr));
  size_t changed = 0;
  for (size_t i = 0; i < count; ++i)
    changed += pieces[i][0] != i + 1 || pieces[i][size - 1] != i + 1;
  report("pieces that have changed", changed);
  report("munmap", sys::munmap(pieces[3], size));
  Result again = map(size);
  setup::require_address("mmap", again, size);
  report("its bytes", label(again.pointer()[0], " ", again.pointer()[size - 1]));
  report("mmap once more", map(size));
}
