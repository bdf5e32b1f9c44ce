// An edge-triggered descriptor that was full is reported as writable once after it is drained, and again after it was
// full once more.
// Covers: epoll_pwait EPOLLET, EPOLLOUT
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe(O_NONBLOCK);
  setup::watch(epoll, pipe.write, EPOLLOUT | EPOLLET, 1);
  report_told("room at first", epoll);
  for (int round = 0; round < 2; ++round) {
    setup::fill(pipe.write); // up to EAGAIN
    report_told("full", epoll);
    setup::drain(pipe.read);
    report_told("drained", epoll);
    report_told("once more", epoll);
  }
}
