// The records may end where memory ends; one that does not fit there is refused.
// Covers: getdents64 last valid byte, EFAULT
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
  setup::mkdir("directory");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  report("record across the end", sys::getdents64(directory, last_bytes(16), 24));
  uint8_t *last = last_bytes(48);
  report("records up to the last byte", sys::getdents64(directory, last, 48));
  linux_dirent64 entry;
  __builtin_memcpy(&entry, last + 24, sizeof(entry));
  report("type of the second", Choice{sets::dirent_type, entry.d_type});
  report("its length", entry.d_reclen);
}
