// ftruncate refuses a negative length and a descriptor that is not open, not open for writing or not a file. The size
// stays as it was.
// Covers: ftruncate EBADF, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR), reader = setup::open("file", O_RDONLY), path = setup::open("file", O_PATH);
  Fd directory = setup::open(".", O_RDONLY);
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  report("ftruncate: closed", sys::ftruncate(-1, 3));
  report("ftruncate: O_PATH", sys::ftruncate(path, 3));
  report("ftruncate: read-only", sys::ftruncate(reader, 3));
  report("ftruncate: directory", sys::ftruncate(directory, 3));
  report("ftruncate: pipe", sys::ftruncate(pipe.write, 3));
  report("ftruncate: socket", sys::ftruncate(sockets.first, 3));
  report("ftruncate: length -1", sys::ftruncate(file, -1));
  report("ftruncate: length -4 GiB", sys::ftruncate(file, -0x100000000));
  report("size", setup::file_size("file"));
}
