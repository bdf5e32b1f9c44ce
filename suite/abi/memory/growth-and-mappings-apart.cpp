// memory.grow and mmap take turns, with munmap in between. What they return is zeroed, lies within
// memory, and overlaps nothing that is in use.
// Covers: memory memory.grow, mmap, munmap
// Oracle: ABI.md, Memory
#include "wali/test.h"

namespace {

constexpr int rounds = 200;

#ifdef __wasm32__
uint8_t *grow(size_t pages) { return reinterpret_cast<uint8_t *>(__builtin_wasm_memory_grow(0, pages) * 65536); }
size_t memory_size() { return __builtin_wasm_memory_size(0) * 65536; }
#else
uint8_t *grow(size_t pages) { return setup::map(pages * 65536); }
size_t memory_size() { return ~size_t{0}; }
#endif

struct Piece {
  uint8_t *bytes;
  size_t size;
  uint8_t mark;
};
Piece grown[rounds], mapped[rounds];
uint8_t found;
int outside;

Piece take(uint8_t *bytes, size_t size, int mark) {
  outside += reinterpret_cast<uintptr_t>(bytes) + size > memory_size();
  for (size_t i = 0; i < size; ++i)
    found |= bytes[i];
  __builtin_memset(bytes, mark, size);
  return {bytes, size, static_cast<uint8_t>(mark)};
}

int changed(const Piece (&pieces)[rounds]) {
  int count = 0;
  for (const Piece &piece : pieces)
    for (size_t i = 0; i < piece.size; ++i)
      count += piece.bytes[i] != piece.mark;
  return count;
}

} // namespace

void test() {
  for (int round = 0; round < rounds; ++round) {
    size_t pages = static_cast<size_t>(round % 3 + 1);
    grown[round] = take(grow(pages), pages * 65536, round % 120 + 1);
    mapped[round] = take(setup::map(pages * 5 * 4096), pages * 5 * 4096, round % 120 + 131);
    if (round % 4 == 3) { // an earlier mapping goes
      Piece &piece = mapped[round / 2];
      setup::require_zero("munmap", sys::munmap(piece.bytes, piece.size));
      piece.size = 0;
    }
  }
  report("bits found", found);
  report("pieces outside of memory", outside);
  report("changed bytes of grown memory", changed(grown));
  report("changed bytes of mappings", changed(mapped));
}
