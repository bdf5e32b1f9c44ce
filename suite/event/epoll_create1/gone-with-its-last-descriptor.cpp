// An epoll instance lasts as long as one of its descriptors is open, and a copy has all that it watches. When the
// last one is closed, another instance no longer watches it.
// Covers: epoll_create1 close, dup
#include "suite/event/told.h"

void test() {
  Fd outer = setup::epoll(), inner(sys::epoll_create1(0).fd());
  Pipe pipe = setup::pipe();
  setup::watch(inner, pipe.read, EPOLLIN, 1);
  setup::watch(outer, inner, EPOLLIN, 2);
  setup::write_all(pipe.write, "x");
  Fd copy = setup::duplicate(inner);
  report_told("with two descriptors", outer);
  inner.reset();
  report_told("by the copy", copy);
  report_told("with the copy alone", outer);
  copy.reset();
  report_told("with none", outer);
}
