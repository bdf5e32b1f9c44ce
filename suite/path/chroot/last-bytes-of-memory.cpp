// A path may end where memory ends; one that goes on there is refused.
// Covers: chroot last valid byte, EFAULT
// REQUIRES: root || ns-root
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
  setup::mkdir("d");
  char *path = at_the_end("dx");
  path[2] = 'y';
  report("path without an end", sys::chroot(path));
  report("path up to the last byte", sys::chroot(at_the_end("d")));
  report("root's own name", sys::access("/d", F_OK));
}
