// The mask takes its bits from files, directories and FIFOs, wherever they are made,
// and not from links; a change of mode is free of it.
// Covers: umask effect
#include "wali/test.h"

namespace {

// Makes a FIFO, by a host program: the calls have no mknod.
void make_fifo(const char *path) {
  Child child = setup::fork([&] {
    const char *const argv[] = {"mkfifo", path, nullptr};
    const char *const envp[] = {"PATH=/bin:/usr/bin", nullptr};
    sys::execve("/bin/mkfifo", argv, envp);
    sys::execve("/usr/bin/mkfifo", argv, envp);
    return 127;
  });
  setup::require("mkfifo", {child.wait().value ? -ENOENT : 0});
}

} // namespace

void test() {
  setup::require("umask", sys::umask(0153));
  Fd(sys::openat(AT_FDCWD, "file", O_WRONLY | O_CREAT, 07777).fd());
  Fd(sys::open("opened", O_WRONLY | O_CREAT, 0666).fd());
  sys::mkdir("directory", 0777);
  make_fifo("fifo");
  sys::symlink("x", "link");
  const char *names[] = {"file", "opened", "directory", "fifo", "link"};
  for (const char *name : names)
    report(name, FileMode{setup::stat(name).st_mode});
  setup::chmod("file", 0777);
  report("file", FileMode{setup::stat("file").st_mode});
}
