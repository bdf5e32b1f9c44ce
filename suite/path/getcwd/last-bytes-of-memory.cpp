// The path may end where memory ends; a buffer outside memory is refused.
// Covers: getcwd last valid byte, EFAULT
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

} // namespace

void test() {
  setup::require("chdir", sys::chdir("/proc"));
  char *last = reinterpret_cast<char *>(last_bytes(6));
  report("buffer up to the last byte", sys::getcwd(last, 6));
  report("path", Text(last, 6));
  report("path across the end", sys::getcwd(last + 1, 6));
  report("buffer outside memory", sys::getcwd(static_cast<char *>(setup::bad_address()), 64));
}
