// EPOLL_CTL_MOD takes each of the 256 combinations of eight events and flags, and the instance keeps it.
// Covers: epoll_ctl EPOLL_CTL_MOD, combinations
#include "suite/event/fdinfo.h"
#include "suite/event/told.h"

void test() {
  constexpr uint32_t bits[] = {EPOLLIN, EPOLLOUT, EPOLLPRI, EPOLLERR, EPOLLHUP, EPOLLET, EPOLLONESHOT, EPOLLRDHUP};
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe();
  setup::watch(epoll, pipe.read, EPOLLIN, 1);
  int taken = 0, kept = 0;
  Result last = {0};
  for (unsigned combination = 0; combination < 256; ++combination) {
    uint32_t asked = 0;
    for (unsigned bit = 0; bit < 8; ++bit)
      asked |= (combination >> bit & 1) * bits[bit];
    last = control(epoll, EPOLL_CTL_MOD, pipe.read, asked, combination);
    taken += last.value == 0;
    kept += number_in_fdinfo(epoll, "events:") == (asked | EPOLLERR | EPOLLHUP);
  }
  report("EPOLL_CTL_MOD, the last", last);
  report("taken", taken);
  report("kept", kept);
}
