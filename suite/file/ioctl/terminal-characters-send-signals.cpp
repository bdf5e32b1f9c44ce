// With ISIG the characters for interrupt, quit and suspend send their signals to the foreground
// group and are no input. Without ISIG they are input.
// Covers: ioctl TCSETS, ISIG, SIGINT, SIGQUIT, SIGTSTP
// REQUIRES: terminal
#include "suite/file/terminals.h"

namespace {

volatile int last;

// Types a character and waits for the signal that it sends.
void show(int master, const char *name, const char *character) {
  setup::write_all(master, character);
  const sigset none = 0;
  report(name, sys::rt_sigsuspend(&none, sizeof(none)));
  report("signal", Signal{last});
}

} // namespace

void test() {
  Terminal tty = setup::terminal();
  setup::in_child([&] {
    setup::require_pid("setsid", sys::setsid());
    setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
    for (int signo : {SIGINT, SIGQUIT, SIGTSTP}) {
      setup::block(signo);
      setup::on_signal(signo, [](int caught) { last = caught; });
    }
    show(tty.master, "interrupt", "\x03");
    show(tty.master, "quit", "\x1c");
    show(tty.master, "suspend", "\x1a");
    termios wanted = terminals::raw(tty);
    report("TCSETS without ISIG", sys::ioctl(tty.slave, TCSETS, &wanted));
    setup::write_all(tty.master, "\x03\x1c\x1a.");
    report("read", terminals::read_up_to(tty.slave, '.'));
    report("pending", setup::pending_signals());
  });
}
