// A closed descriptor is still reported while a copy of it is open. It can no longer be deleted, by its number
// (EBADF) or by the copy (ENOENT). It is gone when the copy is closed.
// Covers: epoll_ctl close, dup, EBADF, ENOENT
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe(), next = setup::pipe();
  const int number = pipe.read;
  setup::watch(epoll, number, EPOLLIN, 1);
  Fd copy = setup::duplicate(pipe.read);
  pipe.read.reset();
  setup::write_all(pipe.write, "x");
  report_told("while the copy is open", epoll);
  report("EPOLL_CTL_DEL", sys::epoll_ctl(epoll, EPOLL_CTL_DEL, number, nullptr));
  report("EPOLL_CTL_DEL of the copy", sys::epoll_ctl(epoll, EPOLL_CTL_DEL, copy, nullptr));
  setup::require_value("dup2", sys::dup2(next.read, number), number);
  report("EPOLL_CTL_ADD of the number", control(epoll, EPOLL_CTL_ADD, number, EPOLLIN, 2));
  report_told("with another file at the number", epoll);
  copy.reset();
  report_told("when the copy is closed", epoll);
  setup::write_all(next.write, "x");
  report_told("of the other file", epoll);
}
