// Pipes, sockets, counters and epoll instances have file systems of their own, with blocks of a page and names of up to
// 255 bytes. A FIFO has that of its directory.
// Covers: fstatfs pipe, socket, eventfd, FIFO
#include "wali/test.h"

void test() {
  setup::make_fifo("fifo");
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  Fd counter = setup::eventfd(), epoll = setup::epoll(), fifo = setup::open("fifo", O_RDWR),
     directory = setup::open(".", O_RDONLY);
  const struct {
    const char *name;
    int fd;
  } cases[] = {{"a reader", pipe.read},          {"a writer", pipe.write}, {"a socket", sockets.first},
               {"a counter", counter},           {"an instance", epoll},   {"the directory", directory},
               {"a FIFO in the directory", fifo}};
  for (const auto &[name, fd] : cases) {
    Guarded<struct statfs> status;
    report(label("fstatfs of ", name), sys::fstatfs(fd, &status));
    report("f_type", Hex{status->f_type});
    report("f_bsize", status->f_bsize);
    report("f_namelen", status->f_namelen);
    report_walls("walls", status);
  }
}
