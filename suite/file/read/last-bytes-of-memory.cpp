// A buffer may end where memory ends; one that begins there and goes on gets
// the part that fits.
// Covers: read last valid byte, partial transfer
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
  setup::write_file("file", "0123456789abcdefghij");
  Fd file = setup::open("file", O_RDONLY);
  uint8_t *last = last_bytes(8);
  report("read that fits", sys::read(file, last, 8));
  report("bytes", Text(last, 8));
  report("read that does not", sys::read(file, last, 9));
  report("bytes", Text(last, 8));
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
