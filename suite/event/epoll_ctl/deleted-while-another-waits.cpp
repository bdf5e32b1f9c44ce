// A thread that waits in epoll_pwait gets no event of a descriptor that another thread deletes, and gets the next
// event of another descriptor.
// Covers: epoll_ctl EPOLL_CTL_DEL threads
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe first = setup::pipe(), second = setup::pipe();
  setup::watch(epoll, first.read, EPOLLIN, 1);
  setup::watch(epoll, second.read, EPOLLIN, 2);
  EpollWaiter waiter(epoll);
  setup::sleep_ms(10); // until it waits, most likely
  report("EPOLL_CTL_DEL", sys::epoll_ctl(epoll, EPOLL_CTL_DEL, first.read, nullptr));
  setup::write_all(first.write, "x");
  setup::write_all(second.write, "x");
  report("told", waiter.told());
}
