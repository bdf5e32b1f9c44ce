// The structures may end where memory ends; one that leaves memory is refused.
// Covers: sigaltstack last valid byte, EFAULT
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
  static uint8_t place[16384];
  uint8_t *bytes = last_bytes(sizeof(struct stack));
  auto *last = reinterpret_cast<struct stack *>(bytes), *beyond = reinterpret_cast<struct stack *>(bytes + 4);
  *last = {place, 0, sizeof(place)};
  report("stack in the last bytes", sys::sigaltstack(last, nullptr));
  __builtin_memset(bytes, poison, sizeof(*last));
  report("old stack in the last bytes", sys::sigaltstack(nullptr, last));
  report("old stack", *last);
  report("stack that leaves memory", sys::sigaltstack(beyond, nullptr));
  report("old stack that leaves memory", sys::sigaltstack(nullptr, beyond));
}
