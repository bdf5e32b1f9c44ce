// A buffer may end where memory ends; of one that goes on the part that is
// there is written.
// Covers: write last valid byte, partial transfer
#include "wali/test.h"

namespace {

// The last `size` bytes before the end of memory.
uint8_t *last_bytes(size_t size) {
#ifdef __wasm32__
  __builtin_wasm_memory_grow(0, 1);
  return reinterpret_cast<uint8_t *>(__builtin_wasm_memory_size(0) * 65536 - size);
#else
  uint8_t *pages = setup::map(8192);
  setup::require("munmap", sys::munmap(pages + 4096, 4096));
  return pages + 4096 - size;
#endif
}

} // namespace

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  uint8_t *last = last_bytes(8);
  __builtin_memcpy(last, "lastbyte", 8);
  report("write that fits", sys::write(file, last, 8));
  report("write that does not", sys::write(file, last + 4, 5));
  report("contents", setup::read_file("file"));
}
