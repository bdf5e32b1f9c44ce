// After fork both processes grow memory and map on their own; what was there
// before is in both, and neither sees the other's.
// Covers: memory fork, memory.grow
// Covers: fork memory.grow, mmap
// Oracle: ABI.md, Memory
#include "wali/test.h"

namespace {

#ifdef __wasm32__
uint8_t *grow(size_t pages) { return reinterpret_cast<uint8_t *>(__builtin_wasm_memory_grow(0, pages) * 65536); }
#else
uint8_t *grow(size_t pages) { return setup::map(pages * 65536); }
#endif

uint8_t *grown, *mapped;

// Whether old memory is as it was, and new memory is good: a bit each.
int work(uint8_t mark) {
  int good = grown[0] == 1 && grown[65535] == 1 && mapped[0] == 2 && mapped[19999] == 2 ? 1 : 0;
  uint8_t *more = grow(2), *again = setup::map(40000);
  uint8_t found = 0;
  for (size_t i = 0; i < 40000; ++i)
    found |= more[i] | again[i];
  good |= found == 0 ? 2 : 0;
  __builtin_memset(more, mark, 2 * 65536);
  __builtin_memset(again, mark + 1, 40000);
  __builtin_memset(mapped, mark + 2, 20000);
  return good | (more[2 * 65536 - 1] == mark && again[39999] == mark + 1 && grown[0] == 1 ? 4 : 0);
}

} // namespace

void test() {
  grown = grow(1);
  mapped = setup::map(20000);
  __builtin_memset(grown, 1, 65536);
  __builtin_memset(mapped, 2, 20000);
  Child child = setup::fork([] { return work(50); });
  report("child", child.wait());
  Child second = setup::fork([] { return work(60); });
  report("ours, while another child works", work(70));
  report("second child", second.wait());
}
