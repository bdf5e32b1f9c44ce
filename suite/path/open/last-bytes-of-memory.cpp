// A path may end where memory ends; one that goes on there, or begins outside,
// is refused.
// Covers: open last valid byte, EFAULT
#include "wali/test.h"

namespace {

// The last `size` bytes before the end of memory.
uint8_t *last_bytes(size_t size) {
  static uint8_t *end;
  if (end)
    return end - size;
#ifdef __wasm32__
  setup::require("memory.grow", {static_cast<int>(__builtin_wasm_memory_grow(0, 1))});
  end = reinterpret_cast<uint8_t *>(__builtin_wasm_memory_size(0) * 65536);
#else
  end = setup::map(8192) + 4096;
  setup::require("munmap", sys::munmap(end, 4096));
#endif
  return end - size;
}

// A copy of `path` whose NUL is the last byte of memory.
char *at_the_end(Text path) {
  uint8_t *copy = last_bytes(path.size + 1);
  __builtin_memcpy(copy, path.data, path.size);
  copy[path.size] = 0;
  return reinterpret_cast<char *>(copy);
}

} // namespace

void test() {
  setup::write_file("f", "");
  char *path = at_the_end("f");
  report("path up to the last byte", sys::open(path, O_RDONLY, 0));
  path[1] = 'x';
  report("path without an end", sys::open(path, O_RDONLY, 0));
  char *outside = static_cast<char *>(setup::bad_address());
  report("path outside memory", sys::open(outside, O_RDONLY, 0));
}
