// A relative path starts at the directory descriptor. An empty one reads the link that the descriptor was opened for
// with O_PATH and O_NOFOLLOW.
// Covers: readlinkat dirfd, AT_FDCWD, empty path, ENOENT
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::symlink("within", "directory/link");
  setup::symlink("here", "link");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY), handle = setup::open("link", O_PATH | O_NOFOLLOW);
  GuardedBytes<32> buffer;
  char *start = reinterpret_cast<char *>(*&buffer);
  report("by the directory", sys::readlinkat(directory, "link", start, 32));
  report("bytes", buffer.bytes(6));
  report_poison("rest", start + 6, 26);
  report("by AT_FDCWD, cut", sys::readlinkat(AT_FDCWD, "link", start, 3));
  report("bytes", buffer.bytes(6));
  buffer.fill();
  report("of the handle", sys::readlinkat(handle, "", start, 4));
  report("bytes", buffer.bytes(4));
  report_poison("rest", start + 4, 28);
  report_walls("walls", buffer);
  report("empty path of a directory", sys::readlinkat(directory, "", start, 32));
  report("absolute path with dirfd -1", sys::readlinkat(-1, "/proc/mounts", start, 32));
  report("bytes", buffer.bytes(11));
}
