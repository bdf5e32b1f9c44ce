// epoll_ctl refuses wrong descriptors, operations and addresses, entries that already exist or do not exist, and
// instances that watch each other.
// Covers: epoll_ctl EBADF, EEXIST, ENOENT, EINVAL, ELOOP, EPERM, EFAULT
#include "wali/test.h"

void test() {
  Fd epoll = setup::epoll();
  Fd other = setup::epoll();
  int chain = setup::epoll().release();
  Pipe pipe = setup::pipe();
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  epoll_event event = {EPOLLIN, 0};
  auto control = [&](int instance, int operation, int fd) { return sys::epoll_ctl(instance, operation, fd, &event); };
  report("closed instance", control(1000, EPOLL_CTL_ADD, pipe.read));
  report("closed descriptor", control(epoll, EPOLL_CTL_ADD, 1000));
  report("no epoll instance", control(pipe.read, EPOLL_CTL_ADD, pipe.write));
  report("itself", control(epoll, EPOLL_CTL_ADD, epoll));
  report("a regular file", control(epoll, EPOLL_CTL_ADD, file));
  report("modify what is not there", control(epoll, EPOLL_CTL_MOD, pipe.read));
  report("delete what is not there", control(epoll, EPOLL_CTL_DEL, pipe.read));
  report("add", control(epoll, EPOLL_CTL_ADD, pipe.read));
  report("add again", control(epoll, EPOLL_CTL_ADD, pipe.read));
  report("unknown operation", control(epoll, 9, pipe.read));
  report("one in the other", control(epoll, EPOLL_CTL_ADD, other));
  report("and the other in the one", control(other, EPOLL_CTL_ADD, epoll));
  Result nested = {0};
  for (int depth = 0; depth < 12 && nested.ok(); ++depth) {
    const int outer = setup::epoll().release();
    nested = control(outer, EPOLL_CTL_ADD, chain);
    chain = outer;
  }
  report("a dozen, each in the next", nested);
  report("bad event",
         sys::epoll_ctl(epoll, EPOLL_CTL_ADD, pipe.write, static_cast<epoll_event *>(setup::bad_address())));
}
