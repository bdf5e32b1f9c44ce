// The mask applies to each file, directory, FIFO and socket that is made, and neither to
// symbolic links nor to chmod.
// Covers: umask effect
#include "wali/test.h"

void test() {
  setup::require_count("umask", sys::umask(0153), 0777);
  Fd(sys::openat(AT_FDCWD, "file", O_WRONLY | O_CREAT, 07777).fd());
  Fd(sys::open("opened", O_WRONLY | O_CREAT, 0666).fd());
  sys::mkdir("directory", 0777);
  setup::make_fifo("fifo");
  setup::make_socket("socket");
  sys::symlink("x", "link");
  const char *names[] = {"file", "opened", "directory", "fifo", "socket", "link"};
  for (const char *name : names)
    report(name, FileMode{setup::stat(name).st_mode});
  setup::chmod("file", 0777);
  report("file", FileMode{setup::stat("file").st_mode});
}
