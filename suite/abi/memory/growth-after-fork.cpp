// After fork both processes grow memory and map separately. Both have what was there before, and
// neither sees what the other writes.
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

// How many of `size` bytes are not `value`.
int others(const uint8_t *bytes, size_t size, uint8_t value) {
  int count = 0;
  for (size_t i = 0; i < size; ++i)
    count += bytes[i] != value;
  return count;
}

// Looks at what was there before, takes more, and writes everywhere but to `grown`.
void work(const char *where, uint8_t mark) {
  report(label(where, ", changed bytes of the grown page"), others(grown, 65536, 1));
  report(label(where, ", changed bytes of the mapping"), others(mapped, 20000, 2));
  uint8_t *more = grow(2), *again = setup::map(40000);
  report(label(where, ", bytes that are not 0 in two more pages"), others(more, 2 * 65536, 0));
  report(label(where, ", bytes that are not 0 in a new mapping"), others(again, 40000, 0));
  __builtin_memset(more, mark, 2 * 65536);
  __builtin_memset(again, mark + 1, 40000);
  __builtin_memset(mapped, mark + 2, 20000);
  report(label(where, ", bytes of the three that are not as written"),
         others(more, 2 * 65536, mark) + others(again, 40000, mark + 1) + others(mapped, 20000, mark + 2));
}

} // namespace

void test() {
  grown = grow(1);
  mapped = setup::map(20000);
  __builtin_memset(grown, 1, 65536);
  __builtin_memset(mapped, 2, 20000);
  setup::in_child([] { work("in a child", 50); });
  // This one takes its memory after the parent has, beside it.
  Pipe go = setup::pipe();
  Child second = setup::fork([&] {
    char byte;
    sys::read(go.read, &byte, 1);
    work("in a second child", 60);
  });
  work("in the parent", 70);
  setup::write_all(go.write, "x");
  report("second child", second.wait());
  report("in the parent, changed bytes of the mapping afterwards", others(mapped, 20000, 72));
}
