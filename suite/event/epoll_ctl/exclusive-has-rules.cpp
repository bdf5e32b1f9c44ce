// EPOLLEXCLUSIVE can be combined with few other events. An entry that has it cannot be
// modified, and an entry that was added without it cannot get it.
// Covers: epoll_ctl EPOLLEXCLUSIVE, EINVAL
#include "wali/test.h"

void test() {
  Fd epoll = setup::epoll();
  Fd other = setup::epoll();
  Pipe first = setup::pipe(), second = setup::pipe();
  auto control = [&](int operation, int fd, uint32_t events) {
    epoll_event event = {events, 0};
    return sys::epoll_ctl(epoll, operation, fd, &event);
  };
  report("with EPOLLONESHOT", control(EPOLL_CTL_ADD, first.read, EPOLLIN | EPOLLEXCLUSIVE | EPOLLONESHOT));
  report("with EPOLLPRI", control(EPOLL_CTL_ADD, first.read, EPOLLIN | EPOLLEXCLUSIVE | EPOLLPRI));
  report("with EPOLLET", control(EPOLL_CTL_ADD, first.read, EPOLLIN | EPOLLEXCLUSIVE | EPOLLET));
  report("an epoll instance", control(EPOLL_CTL_ADD, other, EPOLLIN | EPOLLEXCLUSIVE));
  report("changing it", control(EPOLL_CTL_MOD, first.read, EPOLLIN));
  report("adding without", control(EPOLL_CTL_ADD, second.read, EPOLLIN));
  report("making that exclusive", control(EPOLL_CTL_MOD, second.read, EPOLLIN | EPOLLEXCLUSIVE));
}
