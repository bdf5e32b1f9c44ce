// Files and devices that do not support poll cannot be added. An O_PATH descriptor counts as not open.
// Covers: epoll_ctl EPERM, EBADF, O_PATH
#include "suite/event/told.h"

void test() {
  setup::write_file("file", "x");
  Fd epoll = setup::epoll(), file = setup::open("file", O_RDWR), name = setup::open("file", O_PATH);
  Fd directory = setup::open(".", O_PATH | O_DIRECTORY);
  report("EPOLL_CTL_ADD of a file", control(epoll, EPOLL_CTL_ADD, file, EPOLLIN, 1));
  report("EPOLL_CTL_ADD of a name", control(epoll, EPOLL_CTL_ADD, name, EPOLLIN, 1));
  report("EPOLL_CTL_ADD of a directory's name", control(epoll, EPOLL_CTL_ADD, directory, EPOLLIN, 1));
  for (const char *device : {"/dev/null", "/dev/zero", "/dev/full"})
    report(label("EPOLL_CTL_ADD of ", device),
           control(epoll, EPOLL_CTL_ADD, setup::open(device, O_RDWR), EPOLLIN | EPOLLOUT, 1));
  report("EPOLL_CTL_ADD to a name", control(name, EPOLL_CTL_ADD, epoll, EPOLLIN, 1));
}
