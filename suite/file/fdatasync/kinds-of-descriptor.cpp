// fdatasync synchronises files and directories, through read-only descriptors too, and leaves contents and position
// as they are. It refuses pipes, sockets and /dev/null.
// Covers: fdatasync EINVAL, EBADF, read-only, directory
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "written");
  Fd reader = setup::open("file", O_RDONLY), path = setup::open("file", O_PATH), directory = setup::open(".", O_RDONLY);
  Fd null = setup::open("/dev/null", O_RDWR);
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  report("fdatasync: file", sys::fdatasync(file));
  report("fdatasync: read-only", sys::fdatasync(reader));
  report("fdatasync: directory", sys::fdatasync(directory));
  report("fdatasync: pipe", sys::fdatasync(pipe.write));
  report("fdatasync: socket", sys::fdatasync(sockets.first));
  report("fdatasync: /dev/null", sys::fdatasync(null));
  report("fdatasync: O_PATH", sys::fdatasync(path));
  report("fdatasync: -1", sys::fdatasync(-1));
  report("fdatasync: 1000, not open", sys::fdatasync(1000));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("contents", setup::read_file("file"));
}
