// When four threads wait on one instance, a byte that arrives at an edge-triggered descriptor wakes one of them.
// Covers: epoll_pwait EPOLLET, threads
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe edge = setup::pipe(), end = setup::pipe();
  setup::watch(epoll, edge.read, EPOLLIN | EPOLLET, 1);
  EpollWaiter waiters[] = {EpollWaiter(epoll), EpollWaiter(epoll), EpollWaiter(epoll), EpollWaiter(epoll)};
  setup::sleep_ms(10); // until they wait, most likely
  setup::write_all(edge.write, "x");
  setup::sleep_ms(10); // until the others would have been woken
  setup::watch(epoll, end.read, EPOLLIN, 100);
  setup::write_all(end.write, "x");
  uint64_t sum = 0;
  for (EpollWaiter &waiter : waiters)
    sum += waiter.told().data;
  report("sum of what the four were told", sum);
}
