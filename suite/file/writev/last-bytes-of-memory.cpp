// The array of vectors, and the buffer of one, may end where memory ends.
// Covers: writev last valid byte, EFAULT
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
  uint8_t *last = last_bytes(4);
  __builtin_memcpy(last, "last", 4);
  const iovec to_the_end[] = {{last, 4}};
  report("buffer in the last bytes", sys::writev(file, to_the_end, 1));
  char word[] = "word";
  auto *vector = reinterpret_cast<iovec *>(last + 4) - 2;
  vector[0] = {word, 4};
  vector[1] = {word + 1, 2};
  report("vectors in the last bytes", sys::writev(file, vector, 2));
  report("vectors that leave memory", sys::writev(file, vector, 3));
  report("contents", setup::read_file("file"));
}
