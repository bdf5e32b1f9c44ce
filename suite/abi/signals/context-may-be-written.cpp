// The third argument of a handler is 0, or the address of 920 bytes that the handler may read and
// write. Writing them does not change how the program goes on.
// Covers: signals ucontext
// Oracle: ABI.md, Signals
#include "wali/test.h"

namespace {

int runs;
uint32_t sum;

void handler(int, siginfo *, void *context) {
  ++runs;
  auto *bytes = static_cast<uint8_t *>(context);
  for (size_t i = 0; bytes && i < 920; ++i)
    sum += bytes[i];
  if (bytes)
    __builtin_memset(bytes, 0xff, 920);
}

} // namespace

void test() {
  uint8_t ours[256];
  for (size_t i = 0; i < sizeof(ours); ++i)
    ours[i] = static_cast<uint8_t>(i);
  setup::on_siginfo(SIGUSR2, handler);
  setup::set_mask(signal_bit(SIGHUP));
  for (int i = 0; i < 3; ++i)
    report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("runs", runs);
  int changed = 0;
  for (size_t i = 0; i < sizeof(ours); ++i)
    changed += ours[i] != i;
  report("our changed bytes", changed);
  sigset mask = 0;
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  report("mask", SignalSet{mask});
}
