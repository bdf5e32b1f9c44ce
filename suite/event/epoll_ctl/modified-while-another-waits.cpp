// EPOLL_CTL_MOD ends the wait of another thread when it asks for an event that is already there. The event has the
// data of that EPOLL_CTL_MOD.
// Covers: epoll_ctl EPOLL_CTL_MOD threads
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  setup::watch(epoll, pipe.read, EPOLLPRI, 1);
  EpollWaiter waiter(epoll);
  setup::sleep_ms(10); // until it waits, most likely
  report("EPOLL_CTL_MOD", control(epoll, EPOLL_CTL_MOD, pipe.read, EPOLLIN, 2));
  report("told", waiter.told());
}
