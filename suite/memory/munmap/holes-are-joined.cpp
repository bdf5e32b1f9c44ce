// Neighbouring holes become one: large mappings fit again after small ones, in whatever
// order those were unmapped.
// Covers: munmap reuse, neighbouring holes
#include "wali/test.h"

namespace {

constexpr size_t mib = 1 << 20;

uint8_t *map(size_t size) { return setup::map(size, PROT_NONE); }

} // namespace

void test() {
  int rounds = 0;
  for (; rounds < 30; ++rounds) {
    uint8_t *large = map(1200 * mib);
    setup::require_zero("munmap", sys::munmap(large, 1200 * mib));
    uint8_t *parts[4];
    for (uint8_t *&part : parts)
      part = map(300 * mib);
    for (int i : {2, 0, 3, 1})
      setup::require_zero("munmap", sys::munmap(parts[(i + rounds) % 4], 300 * mib));
  }
  report("rounds", rounds);
  uint8_t *whole = map(1200 * mib);
  for (size_t i = 0; i < 1200; i += 2)
    setup::require_zero("munmap", sys::munmap(whole + i * mib, mib));
  for (size_t i = 1; i < 1200; i += 2)
    setup::require_zero("munmap", sys::munmap(whole + i * mib, mib));
  report("last munmap", sys::munmap(map(1200 * mib), 1200 * mib));
}
