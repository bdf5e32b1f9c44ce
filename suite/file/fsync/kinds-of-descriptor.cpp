// fsync synchronises files and directories, through read-only descriptors too, and leaves contents and position as
// they are. It refuses pipes, sockets and /dev/null.
// Covers: fsync EINVAL, EBADF, read-only, directory
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "written");
  Fd reader = setup::open("file", O_RDONLY), path = setup::open("file", O_PATH), directory = setup::open(".", O_RDONLY);
  Fd null = setup::open("/dev/null", O_RDWR);
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  report("fsync: file", sys::fsync(file));
  report("fsync: read-only", sys::fsync(reader));
  report("fsync: directory", sys::fsync(directory));
  report("fsync: pipe", sys::fsync(pipe.write));
  report("fsync: socket", sys::fsync(sockets.first));
  report("fsync: /dev/null", sys::fsync(null));
  report("fsync: O_PATH", sys::fsync(path));
  report("fsync: -1", sys::fsync(-1));
  report("fsync: 1000, not open", sys::fsync(1000));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("contents", setup::read_file("file"));
}
