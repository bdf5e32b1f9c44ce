// A FIFO without a reader cannot be opened for writing without waiting; for reading
// it can. A socket cannot be opened at all.
// Covers: open ENXIO, O_NONBLOCK
// Covers: openat ENXIO, O_NONBLOCK
#include "wali/test.h"

void test() {
  setup::make_fifo("fifo");
  setup::make_socket("socket");
  report("open to write without a reader", sys::open("fifo", O_WRONLY | O_NONBLOCK, 0));
  report("openat to write without a reader", sys::openat(AT_FDCWD, "fifo", O_WRONLY | O_NONBLOCK, 0));
  Fd reader(static_cast<int>(setup::require("open to read", sys::open("fifo", O_RDONLY | O_NONBLOCK, 0))));
  Fd writer(static_cast<int>(setup::require("open to write", sys::open("fifo", O_WRONLY | O_NONBLOCK, 0))));
  Fd writer_too(
      static_cast<int>(setup::require("openat to write", sys::openat(AT_FDCWD, "fifo", O_WRONLY | O_NONBLOCK, 0))));
  report("write", sys::write(writer, "through", 7));
  report("write", sys::write(writer_too, "!", 1));
  char buffer[16];
  report("read", sys::read(reader, buffer, sizeof(buffer)));
  report("bytes", Text(buffer, 8));
  report("open of a socket", sys::open("socket", O_RDWR, 0));
  report("openat of a socket", sys::openat(AT_FDCWD, "socket", O_RDONLY, 0));
}
