// epoll_pwait refuses wrong descriptors, numbers of events, addresses and sizes of a mask.
// Without a mask it ignores the size.
// Covers: epoll_pwait EBADF, EINVAL, EFAULT, sigsetsize
#include "wali/test.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe();
  epoll_event event;
  setup::watch(epoll, pipe.write, EPOLLOUT, 0);
  const sigset none = 0;
  report("closed instance", sys::epoll_pwait(1000, &event, 1, 0, nullptr, 0));
  report("no epoll instance", sys::epoll_pwait(pipe.read, &event, 1, 0, nullptr, 0));
  report("no events", sys::epoll_pwait(epoll, &event, 0, 0, nullptr, 0));
  report("minus one event", sys::epoll_pwait(epoll, &event, -1, 0, nullptr, 0));
  report("bad events", sys::epoll_pwait(epoll, static_cast<epoll_event *>(setup::bad_address()), 1, 0, nullptr, 0));
  report("mask of four bytes", sys::epoll_pwait(epoll, &event, 1, 0, &none, 4));
  report("bad mask", sys::epoll_pwait(epoll, &event, 1, 0, static_cast<sigset *>(setup::bad_address()), 8));
  report("no mask, size 4", sys::epoll_pwait(epoll, &event, 1, 0, nullptr, 4));
  report("mask", sys::epoll_pwait(epoll, &event, 1, 0, &none, 8));
}
