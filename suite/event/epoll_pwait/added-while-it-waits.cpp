// A thread waits on an instance that watches nothing. A descriptor that another thread adds ends the wait, at once if
// it is ready and otherwise when it becomes ready.
// Covers: epoll_pwait EPOLL_CTL_ADD threads
#include "suite/event/told.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  for (bool ready : {true, false}) {
    Fd epoll = setup::epoll(), counter = setup::eventfd();
    EpollWaiter waiter(epoll);
    setup::sleep_ms(10); // until it waits, most likely
    setup::watch(epoll, ready ? pipe.read : counter, EPOLLIN, 7);
    const uint64_t one = 1;
    setup::require_value("write", sys::write(counter, &one, 8), 8);
    report("told", waiter.told());
  }
}
