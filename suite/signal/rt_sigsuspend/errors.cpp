// What rt_sigsuspend refuses at once, with the mask left as it is; a mask may
// end where memory ends.
// Covers: rt_sigsuspend EINVAL, EFAULT, sigsetsize, last valid byte
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
  static int runs;
  setup::on_signal(SIGUSR1, [](int) { ++runs; });
  setup::block(SIGUSR1);
  setup::require("kill", sys::kill(sys::getpid().pid(), SIGUSR1));
  const sigset none = 0;
  for (size_t size : {0, 4, 7, 9, 16})
    report(label("sigsetsize ", size), sys::rt_sigsuspend(&none, size));
  auto *bad = static_cast<const sigset *>(setup::bad_address());
  report("outside of memory", sys::rt_sigsuspend(bad, 8));
  report("outside of memory, sigsetsize 4", sys::rt_sigsuspend(bad, 4));
  uint8_t *last = last_bytes(8);
  __builtin_memset(last, 0, 8);
  report("mask that leaves memory", sys::rt_sigsuspend(reinterpret_cast<sigset *>(last + 1), 8));
  sigset mask = 0;
  report("runs", runs);
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  report("mask", SignalSet{mask});
  setup::require("kill", sys::kill(sys::getpid().pid(), SIGUSR1)); // pending already, or it is now
  report("mask in the last bytes", sys::rt_sigsuspend(reinterpret_cast<sigset *>(last), 8));
  report("runs", runs);
}
