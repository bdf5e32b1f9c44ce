// An event wakes all threads that wait on instances without EPOLLEXCLUSIVE, and at least one of those that wait on
// instances with it.
// Covers: epoll_ctl EPOLLEXCLUSIVE
#include "suite/event/told.h"

void test() {
  Fd epolls[4];
  Pipe pipe = setup::pipe(), end = setup::pipe();
  const uint32_t flags[4] = {EPOLLEXCLUSIVE, EPOLLEXCLUSIVE, 0, 0}; // the exclusive ones are asked first
  for (int i = 0; i < 4; ++i) {
    epolls[i] = setup::epoll();
    report("EPOLL_CTL_ADD", control(epolls[i], EPOLL_CTL_ADD, pipe.read, EPOLLIN | flags[i], 1));
    setup::watch(epolls[i], end.read, EPOLLIN, 0);
  }
  EpollWaiter exclusive[] = {EpollWaiter(epolls[0]), EpollWaiter(epolls[1])};
  EpollWaiter others[] = {EpollWaiter(epolls[2]), EpollWaiter(epolls[3])};
  setup::sleep_ms(10); // until all wait, most likely
  setup::write_all(pipe.write, "x");
  for (EpollWaiter &waiter : others)
    report("without the flag", waiter.told());
  setup::write_all(end.write, "x");
  report("told, of the two with it", exclusive[0].told().data + exclusive[1].told().data);
}
