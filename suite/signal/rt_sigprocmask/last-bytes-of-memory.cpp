// Sets may end where memory ends; one that leaves memory is refused and changes
// nothing. Both sets may be the same eight bytes.
// Covers: rt_sigprocmask last valid byte, EFAULT, set and old set in one place
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
  uint8_t *last = last_bytes(8);
  auto *set = reinterpret_cast<sigset *>(last), *beyond = reinterpret_cast<sigset *>(last + 4);
  *set = signal_bit(SIGUSR1) | signal_bit(62);
  report("set in the last bytes", sys::rt_sigprocmask(SIG_BLOCK, set, nullptr, 8));
  *set = signal_bit(SIGUSR2);
  report("both in the last bytes", sys::rt_sigprocmask(SIG_BLOCK, set, set, 8));
  report("old set", SignalSet{*set});
  report("set that leaves memory", sys::rt_sigprocmask(SIG_SETMASK, beyond, nullptr, 8));
  report("old set that leaves memory", sys::rt_sigprocmask(SIG_BLOCK, nullptr, beyond, 8));
  report("old set in the last bytes", sys::rt_sigprocmask(SIG_BLOCK, nullptr, set, 8));
  report("mask", SignalSet{*set});
}
