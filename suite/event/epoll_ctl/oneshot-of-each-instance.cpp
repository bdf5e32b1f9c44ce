// EPOLLONESHOT disarms a descriptor only in the instance that has reported it. With EPOLLET as well, new bytes are
// not reported until EPOLL_CTL_MOD.
// Covers: epoll_ctl EPOLLONESHOT, EPOLLET
#include "suite/event/told.h"

void test() {
  Fd first = setup::epoll(), second = setup::epoll();
  Pipe pipe = setup::pipe();
  setup::watch(first, pipe.read, EPOLLIN | EPOLLONESHOT, 1);
  setup::watch(second, pipe.read, EPOLLIN | EPOLLONESHOT | EPOLLET, 2);
  setup::write_all(pipe.write, "x");
  report_told("first", first);
  report_told("first again", first);
  report_told("second", second);
  setup::write_all(pipe.write, "x");
  report_told("second after another byte", second);
  report("EPOLL_CTL_MOD", control(second, EPOLL_CTL_MOD, pipe.read, EPOLLIN | EPOLLONESHOT | EPOLLET, 3));
  report_told("second when it is armed", second);
  report_told("first still", first);
}
