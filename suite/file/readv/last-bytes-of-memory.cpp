// The array of vectors, and the buffer of one, may end where memory ends.
// Covers: readv last valid byte, EFAULT
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
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  uint8_t *last = last_bytes(4);
  const iovec to_the_end[] = {{last, 4}};
  report("buffer in the last bytes", sys::readv(file, to_the_end, 1));
  report("bytes", Text(last, 4));
  GuardedBytes<4> first, second;
  auto *vector = reinterpret_cast<iovec *>(last + 4) - 2;
  vector[0] = {&first, 2};
  vector[1] = {&second, 4};
  report("vectors in the last bytes", sys::readv(file, vector, 2));
  report("first", first.bytes(2));
  report("second", second.bytes());
  report("vectors that leave memory", sys::readv(file, vector, 3));
}
