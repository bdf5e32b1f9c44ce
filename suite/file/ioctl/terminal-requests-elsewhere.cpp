// What only terminals know is ENOTTY on files, pipes, sockets and other devices,
// with nothing stored.
// Covers: ioctl ENOTTY, TCGETS, TCSETS, TIOCGWINSZ, TIOCGPGRP, TIOCGPTN, what is no terminal
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR), null = setup::open("/dev/null", O_RDWR);
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  GuardedBytes<64> argument;
  for (int fd : {int{file}, int{pipe.read}, int{sockets.first}, int{null}}) {
    report("TCGETS", sys::ioctl(fd, TCGETS, &argument));
    report("TIOCGWINSZ", sys::ioctl(fd, TIOCGWINSZ, &argument));
  }
  report("TCSETS", sys::ioctl(file, TCSETS, &argument));
  report("TIOCSWINSZ", sys::ioctl(pipe.read, TIOCSWINSZ, &argument));
  report("TIOCGPGRP", sys::ioctl(file, TIOCGPGRP, &argument));
  report("TIOCSCTTY", sys::ioctl(null, TIOCSCTTY, nullptr));
  report("TIOCGPTN", sys::ioctl(file, static_cast<int>(TIOCGPTN), &argument));
  report_poison("argument", argument);
}
