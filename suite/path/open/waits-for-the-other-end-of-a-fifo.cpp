// Opening a FIFO waits until the other end is opened too; a signal interrupts it.
// Covers: open EINTR, FIFO
// Covers: openat EINTR
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
  make_fifo("fifo");
  setup::on_signal(SIGUSR1, [](int) {});
  {
    Interrupter interrupter(SIGUSR1);
    report("open interrupted", sys::open("fifo", O_RDONLY, 0));
    report("openat interrupted", sys::openat(AT_FDCWD, "fifo", O_WRONLY, 0));
  }
  Child child = setup::fork([] {
    Fd writer = setup::open("fifo", O_WRONLY);
    setup::write_all(writer, "met");
  });
  Result reader = sys::open("fifo", O_RDONLY, 0);
  report("read", setup::read_all(reader.fd()));
  report("child", child.wait());
}
