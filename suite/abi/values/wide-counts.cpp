// poll and ppoll read only the low 32 of the 64 bits in which an engine may take the number of entries.
// Covers: values poll nfds, ppoll nfds
// Covers: poll nfds
// Covers: ppoll nfds
#include "wali/test.h"

void test() {
  constexpr uint64_t upper = uint64_t{3} << 32;
  Pipe pipe = setup::pipe();
  pollfd entries[2] = {{pipe.write, POLLOUT, 0}, {pipe.write, POLLOUT, 0x55}};
  report("poll", sys::poll(entries, upper | 1, 0));
  report("revents of the first", Hex{static_cast<uint16_t>(entries[0].revents)});
  report("revents of the second", Hex{static_cast<uint16_t>(entries[1].revents)});
  const timespec none = {0, 0};
  timespec left = none;
  report("ppoll", sys::ppoll(entries, upper | 2, &left, nullptr, 8));
  report("revents of the second", Hex{static_cast<uint16_t>(entries[1].revents)});
  report("poll of no entries", sys::poll(entries, upper, 0));
}
