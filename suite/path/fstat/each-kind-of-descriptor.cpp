// Every kind of descriptor has a status: its type tells them apart.
// Covers: fstat S_IFREG, S_IFDIR, S_IFCHR, S_IFIFO, S_IFSOCK, S_IFLNK
#include "wali/test.h"

void test() {
  setup::symlink("anything", "link");
  Fd file = setup::open("file", O_RDWR | O_CREAT), directory = setup::open(".", O_RDONLY),
     device = setup::open("/dev/zero", O_RDONLY);
  Fd link = setup::open("link", O_PATH | O_NOFOLLOW);
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  const int descriptors[] = {file, directory, device, link, pipe.read, pipe.write, sockets.first};
  for (int fd : descriptors) {
    struct stat status = {};
    setup::require_zero("fstat", sys::fstat(fd, &status));
    report("type", Choice{sets::file_type, status.st_mode & S_IFMT});
  }
  struct stat read_end = {}, write_end = {};
  sys::fstat(pipe.read, &read_end);
  sys::fstat(pipe.write, &write_end);
  report("inode of one end of the pipe against the other's", compared(read_end.st_ino, write_end.st_ino));
}
