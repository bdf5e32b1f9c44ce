// Several bytes that arrive at an edge-triggered descriptor between two calls are reported once.
// Covers: epoll_pwait EPOLLET
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe();
  setup::watch(epoll, pipe.read, EPOLLIN | EPOLLET, 1);
  for (int round = 0; round < 2; ++round) {
    for (int count = 0; count < 3; ++count)
      setup::write_all(pipe.write, "x");
    report_told("three bytes", epoll);
    report_told("none since", epoll);
  }
}
