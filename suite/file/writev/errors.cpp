// writev refuses bad descriptors, descriptors that cannot be written to now, bad numbers of vectors and bad
// addresses. Nothing is written.
// Covers: writev EBADF, EINVAL, EFAULT, EPIPE, EAGAIN, ENOSPC, EDESTADDRREQ, iovcnt 0
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_WRONLY), reader = setup::open("file", O_RDONLY);
  setup::set_disposition(SIGPIPE, SIG_IGN);
  Pipe unread = setup::pipe(), full = setup::pipe(O_NONBLOCK);
  unread.read.reset();
  setup::set_capacity(full.write, 4096);
  Fd device = setup::open("/dev/full", O_WRONLY);
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  char byte = 'x';
  static char page[4096];
  setup::write_all(full.write, {page, sizeof(page)});
  static iovec vector[1025];
  for (iovec &each : vector)
    each = {&byte, 1};
  report("writev: closed", sys::writev(-1, vector, 2));
  report("writev: read-only", sys::writev(reader, vector, 2));
  report("writev: pipe without reader", sys::writev(unread.write, vector, 2));
  report("writev: full pipe", sys::writev(full.write, vector, 2));
  report("writev: full device", sys::writev(device, vector, 2));
  report("writev: datagram socket without a peer", sys::writev(socket, vector, 2));
  report("writev: 0 vectors", sys::writev(file, vector, 0));
  report("writev: 0 vectors, at NULL", sys::writev(file, nullptr, 0));
  report("writev: -1 vectors", sys::writev(file, vector, -1));
  report("writev: 1025 vectors", sys::writev(file, vector, 1025));
  report("writev: vectors at a bad address", sys::writev(file, static_cast<iovec *>(setup::bad_address()), 1));
  vector[0].iov_base = setup::bad_address();
  report("writev: first base bad", sys::writev(file, vector, 2));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("contents", setup::read_file("file"));
}
