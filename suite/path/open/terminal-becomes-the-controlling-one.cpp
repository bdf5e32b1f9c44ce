// A terminal that a session leader without one opens becomes its controlling terminal,
// /dev/tty, unless O_NOCTTY is given.
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
  const auto in_a_session = [&](auto body) {
    setup::in_child([&] {
      setup::require_pid("setsid", sys::setsid());
      setup::set_disposition(SIGHUP, SIG_IGN);
      body();
    });
  };
  in_a_session([&] {
    setup::require_fd("open", sys::open(path.c_str(), O_RDWR | O_NOCTTY, 0));
    report("open of /dev/tty after O_NOCTTY", sys::open("/dev/tty", O_RDWR, 0));
    report("open of the terminal", sys::open(path.c_str(), O_RDWR, 0));
    report("open of /dev/tty", sys::open("/dev/tty", O_RDWR, 0));
  });
  in_a_session([&] {
    setup::require_fd("openat", sys::openat(AT_FDCWD, path.c_str(), O_RDWR | O_NOCTTY, 0));
    report("openat of /dev/tty after O_NOCTTY", sys::openat(AT_FDCWD, "/dev/tty", O_RDWR, 0));
    report("openat of the terminal", sys::openat(AT_FDCWD, path.c_str(), O_RDWR, 0));
    report("openat of /dev/tty", sys::openat(AT_FDCWD, "/dev/tty", O_RDWR, 0));
  });
}
