// fstat returns the file type of every kind of descriptor. Both ends of a pipe are one inode.
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
  for (int end : {int{pipe.read}, int{pipe.write}}) {
    struct stat status = {};
    report("fstat of an end of the pipe", sys::fstat(end, &status));
    report("st_ino", status.st_ino);
  }
}
