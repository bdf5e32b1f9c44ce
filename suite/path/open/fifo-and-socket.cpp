// With O_NONBLOCK a FIFO without a reader opens for reading and not for writing, and O_TRUNC
// removes nothing from it. A socket opens only with O_PATH.
// Covers: open ENXIO, O_NONBLOCK, O_TRUNC, O_PATH
// Covers: openat ENXIO, O_NONBLOCK, O_TRUNC, O_PATH
#include "wali/test.h"

void test() {
  setup::make_fifo("fifo");
  setup::make_socket("socket");
  report("open to write without a reader", sys::open("fifo", O_WRONLY | O_NONBLOCK, 0));
  report("openat to write without a reader", sys::openat(AT_FDCWD, "fifo", O_WRONLY | O_NONBLOCK, 0));
  Fd reader(setup::require_fd("open to read", sys::open("fifo", O_RDONLY | O_NONBLOCK, 0)));
  constexpr int to_write = O_WRONLY | O_NONBLOCK | O_TRUNC;
  Fd writer(setup::require_fd("open to write", sys::open("fifo", to_write, 0)));
  report("write", sys::write(writer, "through", 7));
  Fd writer_too(setup::require_fd("openat to write", sys::openat(AT_FDCWD, "fifo", to_write, 0)));
  report("write", sys::write(writer_too, "!", 1));
  char buffer[16];
  report("read", sys::read(reader, buffer, sizeof(buffer)));
  report("bytes", Text(buffer, 8));
  report("open of a socket", sys::open("socket", O_RDWR, 0));
  report("openat of a socket", sys::openat(AT_FDCWD, "socket", O_RDONLY, 0));
  report("open of a socket, O_PATH", sys::open("socket", O_PATH, 0));
  report("openat of a socket, O_PATH", sys::openat(AT_FDCWD, "socket", O_PATH, 0));
}
