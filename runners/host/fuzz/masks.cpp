// The calls that wait with a mask of signals, with any masks, sets and arrays at
// any place, and no time to wait.
#include <sys/epoll.h>

#include "runners/host/fuzz/input.h"

namespace wali::host {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const int epoll = epoll_create1(EPOLL_CLOEXEC);
  fuzz::Input input(data, size);
  fuzz::Guest guest(input);
  const auto count = input.number<uint32_t>() % 256;
  const auto set_size = input.number<uint8_t>() % 4 ? 8u : input.number<uint32_t>();
  const GuestAddress first = guest.address(), second = guest.address(), third = guest.address(),
                     mask = guest.address();
  guest.put_rest();
  constexpr GuestAddress no_time = fuzz::Guest::zeros;
  guest.call(abi::Call::pselect6, count, first, second, third, no_time, mask);
  MUST(guest.memory().write(no_time, uint64_t{0}) &&
       guest.memory().write(no_time + 8, uint64_t{0}));
  guest.call(abi::Call::ppoll, first, count, no_time, mask, set_size);
  guest.call(abi::Call::epoll_pwait, epoll, second, static_cast<int32_t>(count) - 8, 0, mask,
             set_size);
  return 0;
}

} // namespace wali::host
