// An edge-triggered descriptor that was full is told once when it can be written again, and once more when it has been
// full again.
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
