// lstat and statx return the types of FIFOs and sockets.
// Covers: lstat S_IFIFO, S_IFSOCK
// Covers: statx S_IFIFO, S_IFSOCK
#include "wali/test.h"

void test() {
  setup::make_fifo("fifo");
  setup::make_socket("socket");
  for (const char *path : {"fifo", "socket"}) {
    struct stat status = {};
    struct statx extended = {};
    report("lstat", sys::lstat(path, &status));
    report("type", Choice{sets::file_type, status.st_mode & S_IFMT});
    report("statx", sys::statx(AT_FDCWD, path, 0, STATX_TYPE, &extended));
    report("type", Choice{sets::file_type, extended.stx_mode & S_IFMT});
  }
}
