// The set may end where memory ends; one that leaves memory is refused. Room
// that is not written may lie outside.
// Covers: sched_getaffinity last valid byte, EFAULT
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
  cpu_set set = {};
  auto size = static_cast<size_t>(
      setup::require("sched_getaffinity", sys::sched_getaffinity(0, sizeof(set), &set)));
  uint8_t *last = last_bytes(size);
  auto at = [&](size_t offset) { return reinterpret_cast<cpu_set *>(last + offset); };
  __builtin_memset(last, poison, size);
  report("in the last bytes, against the size",
         compared(sys::sched_getaffinity(0, size, at(0)).size(), size));
  report("processors", label(Text(last, size) == Text(&set, size) ? "the same" : "others"));
  report("more room than memory, against the size",
         compared(sys::sched_getaffinity(0, sizeof(set), at(0)).size(), size));
  report("one that leaves memory", sys::sched_getaffinity(0, size, at(4)));
}
