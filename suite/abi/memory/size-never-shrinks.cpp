// munmap never shrinks memory.size. What it freed is mapped again before memory grows.
// Covers: memory memory.size
// Covers: munmap memory.size
// Oracle: ABI.md, Memory
#include "wali/test.h"

namespace {

#ifdef __wasm32__
size_t pages() { return __builtin_wasm_memory_size(0); }
#else
size_t pages() { return 0; }
#endif

} // namespace

void test() {
  constexpr size_t size = 32 << 20;
  uint8_t *bytes = setup::map(size);
  report("memory.size", pages());
  report("munmap", sys::munmap(bytes, size));
  report("memory.size", pages());
  for (int i = 0; i < 50; ++i)
    setup::require_zero("munmap", sys::munmap(setup::map(size), size));
  report("memory.size after fifty mappings", pages());
  for (int i = 0; i < 1000; ++i)
    setup::map(4096);
  report("memory.size after a thousand small ones", pages());
}
