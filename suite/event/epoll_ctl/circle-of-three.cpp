// Three instances cannot watch each other in a circle. They can when one of them no longer watches the next.
// Covers: epoll_ctl ELOOP, EPOLL_CTL_DEL
#include "suite/event/told.h"

void test() {
  Fd first = setup::epoll(), second = setup::epoll(), third = setup::epoll();
  report("the second in the first", control(first, EPOLL_CTL_ADD, second, EPOLLIN, 1));
  report("the third in the second", control(second, EPOLL_CTL_ADD, third, EPOLLIN, 2));
  report("the first in the third", control(third, EPOLL_CTL_ADD, first, EPOLLIN, 3));
  report("EPOLL_CTL_DEL from the first", control(first, EPOLL_CTL_DEL, second, 0, 0));
  report("the first in the third", control(third, EPOLL_CTL_ADD, first, EPOLLIN, 3));
  Pipe pipe = setup::pipe();
  setup::watch(first, pipe.read, EPOLLIN, 4);
  setup::write_all(pipe.write, "x");
  report_told("second", second);
}
