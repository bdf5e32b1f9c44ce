// Each epoll_create1 makes an instance of its own. What one instance watches or deletes does not change the other.
// Covers: epoll_create1 two instances
#include "suite/event/told.h"

void test() {
  Fd first(sys::epoll_create1(0).fd()), second(sys::epoll_create1(0).fd());
  Pipe pipe = setup::pipe();
  setup::watch(first, pipe.read, EPOLLIN, 1);
  setup::write_all(pipe.write, "x");
  report_told("first", first);
  report_told("second", second);
  report("EPOLL_CTL_MOD in the second", control(second, EPOLL_CTL_MOD, pipe.read, EPOLLIN, 3));
  report("EPOLL_CTL_ADD to the second", control(second, EPOLL_CTL_ADD, pipe.read, EPOLLIN, 2));
  report("EPOLL_CTL_DEL from the first", control(first, EPOLL_CTL_DEL, pipe.read, 0, 0));
  report_told("first afterwards", first);
  report_told("second afterwards", second);
}
