// pread64 and pwrite64 fail with ESPIPE on files that have no position, even on the end of a pipe that is for the
// other direction.
// Covers: pread64 ESPIPE
// Covers: pwrite64 ESPIPE
#include "wali/test.h"

void test() {
  Fd counter = setup::eventfd(1), epoll = setup::epoll();
  SocketPair sockets = setup::socketpair();
  Pipe pipe = setup::pipe();
  setup::write_all(sockets.first, "x");
  setup::write_all(pipe.write, "x");
  const struct {
    const char *name;
    int fd;
  } cases[] = {{"a counter", counter},
               {"an epoll instance", epoll},
               {"a socket", sockets.second},
               {"a pipe's reader", pipe.read},
               {"its writer", pipe.write}};
  for (const auto &[name, fd] : cases) {
    GuardedBytes<8> buffer;
    report(label("pread64 of ", name), sys::pread64(fd, &buffer, 8, 0));
    report_poison("buffer", buffer);
    const uint64_t one = 1;
    report(label("pwrite64 to ", name), sys::pwrite64(fd, &one, 8, 0));
  }
  pipe.write.reset();
  report("the pipe still has", setup::read_all(pipe.read));
}
