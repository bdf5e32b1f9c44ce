// read refuses bad descriptors, directories, a short buffer for an eventfd and bad addresses. Nothing is stored.
// Covers: read EBADF, EISDIR, EINVAL, EFAULT, buffer after an error
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_RDONLY), writer = setup::open("file", O_WRONLY),
     directory = setup::open(".", O_RDONLY);
  Fd path = setup::open("file", O_PATH);
  Fd counter = setup::eventfd(1);
  GuardedBytes<8> buffer;
  report("read: descriptor -1", sys::read(-1, &buffer, 8));
  report("read: descriptor 1000, not open", sys::read(1000, &buffer, 8));
  report("read: write-only", sys::read(writer, &buffer, 8));
  report("read: O_PATH", sys::read(path, &buffer, 8));
  report("read: directory", sys::read(directory, &buffer, 8));
  report("read: seven bytes of an eventfd", sys::read(counter, &buffer, 7));
  report_poison("buffer", buffer);
  report("read: bad buffer", sys::read(file, setup::bad_address(), 8));
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
