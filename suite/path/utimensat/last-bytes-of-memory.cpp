// Path and times may end where memory ends; what reaches beyond is refused.
// Covers: utimensat last valid byte, EFAULT
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
  char *path = at_the_end("f"), *outside = static_cast<char *>(setup::bad_address());
  report("path up to the last byte", sys::utimensat(AT_FDCWD, path, nullptr, 0));
  path[1] = 'x';
  report("path without an end", sys::utimensat(AT_FDCWD, path, nullptr, 0));
  report("path outside memory", sys::utimensat(AT_FDCWD, outside, nullptr, 0));
  const timespec times[2] = {{1, 2}, {3, 4}};
  auto *last = reinterpret_cast<timespec *>(last_bytes(sizeof(times)));
  __builtin_memcpy(last, times, sizeof(times));
  report("times up to the last byte", sys::utimensat(AT_FDCWD, "f", last, 0));
  report("st_mtim", setup::stat("f").st_mtim);
  report("times across the end", sys::utimensat(AT_FDCWD, "f", last + 1, 0));
  report("times outside memory", sys::utimensat(AT_FDCWD, "f", reinterpret_cast<timespec *>(outside), 0));
}
