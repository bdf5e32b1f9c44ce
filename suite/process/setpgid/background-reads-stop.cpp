// A process of a background group that reads from the terminal is stopped by SIGTTIN, as is all of
// its group. In the foreground it reads.
// Covers: setpgid background group, SIGTTIN
// REQUIRES: terminal
#include "wali/test.h"

namespace {

Result read_byte(int fd) {
  char byte;
  return sys::read(fd, &byte, 1);
}

} // namespace

void test() {
  Terminal tty = setup::terminal();
  setup::in_child([&] {
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    auto &go = setup::shared<Event>();
    Child reader = setup::fork([&] {
      go.wait();
      return static_cast<int>(read_byte(tty.slave).value);
    });
    Child other = setup::fork([] {
      for (;;)
        setup::sleep_ms(1000);
    });
    int group = reader.pid();
    report("setpgid of the reader", sys::setpgid(group, group));
    report("setpgid of another", sys::setpgid(other.pid(), group));
    go.set();
    WaitStatus status = {0};
    for (int pid : {reader.pid(), other.pid()}) {
      setup::require_value("wait4", sys::wait4(pid, &status.value, WUNTRACED, nullptr), pid);
      report("status", status);
    }
    report("TIOCSPGRP", sys::ioctl(tty.slave, TIOCSPGRP, &group));
    setup::write_all(tty.master, "x\n");
    report("kill of the group with SIGCONT", sys::kill(-group, SIGCONT));
    report("reader, which exits with what read returned", reader.wait());
  });
}
