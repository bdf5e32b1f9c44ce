// A descriptor that is closed is no longer watched. Another file that gets its number is not watched either until it
// is added.
// Covers: epoll_ctl close, EPOLL_CTL_ADD, ENOENT
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe old = setup::pipe(), next = setup::pipe();
  const int number = old.read;
  report("EPOLL_CTL_ADD", control(epoll, EPOLL_CTL_ADD, number, EPOLLIN, 1));
  setup::write_all(old.write, "x");
  setup::write_all(next.write, "x");
  report_told("before it is closed", epoll);
  old.read.reset();
  report_told("when it is closed", epoll);
  setup::require_value("dup2", sys::dup2(next.read, number), number);
  report_told("when the number is another file's", epoll);
  report("EPOLL_CTL_MOD", control(epoll, EPOLL_CTL_MOD, number, EPOLLIN, 2));
  report("EPOLL_CTL_ADD", control(epoll, EPOLL_CTL_ADD, number, EPOLLIN, 3));
  report_told("when that is added", epoll);
}
