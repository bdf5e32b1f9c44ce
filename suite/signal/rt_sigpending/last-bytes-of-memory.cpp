// The set may end where memory ends; one that leaves memory is refused.
// Covers: rt_sigpending last valid byte, EFAULT
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
  setup::block(63);
  setup::require("kill", sys::kill(sys::getpid().pid(), 63));
  uint8_t *last = last_bytes(8);
  report("rt_sigpending", sys::rt_sigpending(reinterpret_cast<sigset *>(last), 8));
  report("set", Text(last, 8));
  report("set that leaves memory", sys::rt_sigpending(reinterpret_cast<sigset *>(last + 1), 8));
  report("shorter set in the last bytes", sys::rt_sigpending(reinterpret_cast<sigset *>(last + 5), 3));
}
