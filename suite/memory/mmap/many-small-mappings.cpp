// Three hundred mappings of one to four pages do not overlap and keep their bytes. Those
// unmapped in between make room for others.
// Covers: mmap many mappings
#include "wali/test.h"

namespace {

struct Mapping {
  uint8_t *bytes;
  size_t size;
  uint8_t mark;
};

constexpr int count = 300;
Mapping mappings[count];
uint8_t dirty;

void map(int i, uint8_t mark) {
  size_t size = static_cast<size_t>(i % 4 + 1) * 4096;
  mappings[i] = {setup::map(size), size, mark};
  for (size_t at = 0; at < size; ++at)
    dirty |= mappings[i].bytes[at];
  __builtin_memset(mappings[i].bytes, mark, size);
}

int changed() {
  int number = 0;
  for (const Mapping &mapping : mappings)
    for (size_t i = 0; i < mapping.size; i += 64)
      number += mapping.bytes[i] != mapping.mark;
  return number;
}

} // namespace

void test() {
  for (int i = 0; i < count; ++i)
    map(i, static_cast<uint8_t>(i % 250 + 1));
  report("changed", changed());
  for (int i = 0; i < count; i += 3)
    setup::require_zero("munmap", sys::munmap(mappings[i].bytes, mappings[i].size));
  for (int i = 0; i < count; i += 3)
    map(i, static_cast<uint8_t>(255 - i % 250));
  report("changed", changed());
  report("bytes found in new mappings", dirty);
}
