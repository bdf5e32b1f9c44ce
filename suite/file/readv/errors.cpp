// readv refuses bad descriptors, directories, bad numbers of vectors and bad addresses. Nothing is stored, and the
// position stays as it was.
// Covers: readv EBADF, EISDIR, EINVAL, EFAULT, iovcnt 0
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY), writer = setup::open("file", O_WRONLY),
     directory = setup::open(".", O_RDONLY);
  GuardedBytes<4> buffer;
  static iovec vector[1025];
  for (iovec &each : vector)
    each = {&buffer, 1};
  report("readv: closed", sys::readv(-1, vector, 1));
  report("readv: write-only", sys::readv(writer, vector, 1));
  report("readv: directory", sys::readv(directory, vector, 1));
  report("readv: 0 vectors", sys::readv(file, vector, 0));
  report("readv: 0 vectors, at NULL", sys::readv(file, nullptr, 0));
  report("readv: 0 vectors of a closed descriptor", sys::readv(-1, vector, 0));
  report("readv: -1 vectors", sys::readv(file, vector, -1));
  report("readv: 1025 vectors", sys::readv(file, vector, 1025));
  report("readv: vectors at a bad address", sys::readv(file, static_cast<iovec *>(setup::bad_address()), 1));
  vector[0].iov_base = setup::bad_address();
  report("readv: first base bad", sys::readv(file, vector, 2));
  report_poison("buffer", buffer);
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
