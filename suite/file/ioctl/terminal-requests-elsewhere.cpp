// Requests for terminals are ENOTTY on files, pipes, sockets and other devices, with
// nothing stored.
// Covers: ioctl ENOTTY, TCGETS, TCSETS, TIOCGWINSZ, TIOCGPGRP, TIOCGPTN, what is no terminal
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR), null = setup::open("/dev/null", O_RDWR);
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  GuardedBytes<64> argument;
  struct Kind {
    const char *name;
    int fd;
  };
  for (const Kind &kind :
       {Kind{"file", file}, Kind{"pipe", pipe.read}, Kind{"socket", sockets.first}, Kind{"/dev/null", null}}) {
    report(label("TCGETS: ", kind.name), sys::ioctl(kind.fd, TCGETS, &argument));
    report(label("TIOCGWINSZ: ", kind.name), sys::ioctl(kind.fd, TIOCGWINSZ, &argument));
  }
  report("TCSETS: file", sys::ioctl(file, TCSETS, &argument));
  report("TIOCSWINSZ: pipe", sys::ioctl(pipe.read, TIOCSWINSZ, &argument));
  report("TIOCGPGRP: file", sys::ioctl(file, TIOCGPGRP, &argument));
  report("TIOCSCTTY: /dev/null", sys::ioctl(null, TIOCSCTTY, nullptr));
  report("TIOCGPTN: file", sys::ioctl(file, static_cast<int>(TIOCGPTN), &argument));
  report_poison("argument", argument);
}
