// The first terminal that a session leader opens becomes its controlling one,
// unless it asked O_NOCTTY.
// Covers: open O_NOCTTY, ENXIO
// Covers: openat O_NOCTTY
// REQUIRES: terminal
#include "wali/test.h"

void test() {
  Fd master = setup::open("/dev/ptmx", O_RDWR | O_NOCTTY);
  int number = 0, unlock = 0;
  setup::require_zero("TIOCGPTN", sys::ioctl(master, TIOCGPTN, &number));
  setup::require_zero("TIOCSPTLCK", sys::ioctl(master, TIOCSPTLCK, &unlock));
  Line path = label("/dev/pts/", number);
  struct Seen {
    Result without, with, at_without, at_with;
  };
  Seen &seen = setup::shared<Seen>();
  const auto in_a_session = [&](auto body) {
    setup::fork([&] {
      setup::require_pid("setsid", sys::setsid());
      setup::set_disposition(SIGHUP, SIG_IGN);
      body();
    }).wait();
  };
  in_a_session([&] {
    setup::require_fd("open", sys::open(path.c_str(), O_RDWR | O_NOCTTY, 0));
    seen.without = sys::open("/dev/tty", O_RDWR, 0);
    int fd = sys::open(path.c_str(), O_RDWR, 0).fd();
    seen.with = {compared(sys::open("/dev/tty", O_RDWR, 0).fd(), fd + 1).order};
  });
  in_a_session([&] {
    setup::require_fd("openat", sys::openat(AT_FDCWD, path.c_str(), O_RDWR | O_NOCTTY, 0));
    seen.at_without = sys::openat(AT_FDCWD, "/dev/tty", O_RDWR, 0);
    int fd = sys::openat(AT_FDCWD, path.c_str(), O_RDWR, 0).fd();
    seen.at_with = {compared(sys::openat(AT_FDCWD, "/dev/tty", O_RDWR, 0).fd(), fd + 1).order};
  });
  report("open /dev/tty after O_NOCTTY", seen.without);
  report("open /dev/tty after no O_NOCTTY, against the next descriptor", seen.with);
  report("openat /dev/tty after O_NOCTTY", seen.at_without);
  report("openat /dev/tty after no O_NOCTTY, against the next descriptor", seen.at_with);
}
