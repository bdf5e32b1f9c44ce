// The structure may end where memory ends; one that reaches beyond is refused.
// Covers: fstat last valid byte, EFAULT
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
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "123");
  auto *last = reinterpret_cast<struct stat *>(last_bytes(sizeof(struct stat)));
  report("structure up to the last byte", sys::fstat(file, last));
  report("size", last->st_size);
  report("structure across the end",
         sys::fstat(file, reinterpret_cast<struct stat *>(last_bytes(sizeof(struct stat) - 8))));
}
