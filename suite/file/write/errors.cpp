// write refuses bad descriptors, values that an eventfd does not take, a socket without a peer and bad addresses.
// Nothing is written.
// Covers: write EBADF, EINVAL, EFAULT, EDESTADDRREQ
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_WRONLY), reader = setup::open("file", O_RDONLY), path = setup::open("file", O_PATH);
  Fd counter = setup::eventfd(1);
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  report("write: descriptor -1", sys::write(-1, "12345678", 8));
  report("write: descriptor 1000, not open", sys::write(1000, "12345678", 8));
  report("write: read-only", sys::write(reader, "12345678", 8));
  report("write: O_PATH", sys::write(path, "12345678", 8));
  report("write: seven bytes to an eventfd", sys::write(counter, "1234567", 7));
  report("write: all ones to an eventfd", sys::write(counter, "\xff\xff\xff\xff\xff\xff\xff\xff", 8));
  report("write: datagram socket without a peer", sys::write(socket, "12345678", 8));
  report("write: bad buffer", sys::write(file, setup::bad_address(), 8));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("contents", setup::read_file("file"));
}
