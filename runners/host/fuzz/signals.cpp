// rt_sigaction and rt_sigprocmask with any structures at any place. What was
// accepted comes back.
#include <signal.h>

#include "runners/host/fuzz/input.h"

namespace wali::host {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz::Input input(data, size);
  fuzz::Guest guest(input);
  // Signals that nobody else here uses, the four of the engine, and wrong ones.
  constexpr int signals[] = {SIGUSR1, SIGUSR2, 34,     40, 64, SIGSEGV,
                             SIGBUS,  SIGILL,  SIGFPE, 0,  65, -1};
  const int signo = signals[input.number<uint8_t>() % std::size(signals)];
  const auto set_size = input.number<uint8_t>() % 16 ? 8u : input.number<uint32_t>();
  const auto how = input.number<int32_t>();
  const GuestAddress action = guest.address(), old = guest.address(), mask = guest.address();
  guest.put_rest();
  abi::k_sigaction given{}, found{};
  const bool readable = action != 0 && guest.memory().read(action, given);
  const int64_t result = guest.call(abi::Call::rt_sigaction, signo, action, old, set_size);
  if (result == 0 && readable && old == 0) {
    constexpr GuestAddress there = 0x4000;
    MUST(guest.call(abi::Call::rt_sigaction, signo, 0, there, 8) == 0);
    MUST(guest.memory().read(there, found) && found.handler == given.handler);
    MUST((found.flags & ~given.flags) == 0 && (found.mask & ~given.mask) == 0);
  }
  guest.call(abi::Call::rt_sigprocmask, how, mask, old, set_size);
  const SignalSet none = 0;
  MUST(guest.memory().write(fuzz::Guest::zeros, none));
  MUST(guest.call(abi::Call::rt_sigprocmask, SIG_SETMASK, fuzz::Guest::zeros, 0, 8) == 0);
  return 0;
}

} // namespace wali::host
