// A descriptor that a parent has added and closed is still reported while its child has it open, and no longer.
// Covers: epoll_ctl fork, close
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe(), orders = setup::pipe();
  report("EPOLL_CTL_ADD", control(epoll, EPOLL_CTL_ADD, pipe.read, EPOLLIN, 1));
  Child child = setup::fork([&] {
    char byte;
    setup::require_value("read", sys::read(orders.read, &byte, 1), 1);
  });
  pipe.read.reset();
  setup::write_all(pipe.write, "x");
  report_told("while the child has it", epoll);
  setup::write_all(orders.write, "x");
  report("child", child.wait());
  report_told("when the child has gone", epoll);
}
