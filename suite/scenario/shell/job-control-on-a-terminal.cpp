// A shell on a terminal runs a job in the foreground, which the stop key stops, lets it go on in the background,
// where reading stops it, brings it to the foreground again, where it reads, and the interrupt key ends it.
// Covers: shell setsid, TIOCSCTTY, TIOCSPGRP, SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT, wait4 WUNTRACED
// REQUIRES: terminal
#include "wali/test.h"

namespace {

void take_foreground(int terminal, int group) {
  setup::require_zero("ioctl TIOCSPGRP", sys::ioctl(terminal, TIOCSPGRP, &group));
}

// The job: it passes the lines of the terminal on, up to an empty one.
void read_lines(int terminal, int to) {
  char line[32];
  for (Result size; (size = sys::read(terminal, line, sizeof(line))).value > 1;)
    setup::write_all(to, {line, size.size() - 1});
}

class Shell {
public:
  Shell(Terminal &tty) : tty_(tty), output_(setup::pipe()) {
    report("shell", setup::require_pid("setsid", sys::setsid()));
    setup::require_zero("ioctl TIOCSCTTY", sys::ioctl(tty_.slave, TIOCSCTTY, nullptr));
    for (int signo : {SIGINT, SIGTSTP, SIGTTOU, SIGTTIN})
      setup::set_disposition(signo, SIG_IGN);
  }
  void start_job() {
    job_ = setup::split();
    sys::setpgid(job_, job_);
    if (job_ == 0) {
      take_foreground(tty_.slave, sys::getpid().pid());
      for (int signo : {SIGINT, SIGTSTP, SIGTTOU, SIGTTIN})
        setup::set_disposition(signo, SIG_DFL);
      read_lines(tty_.slave, output_.write);
      leave(0);
    }
    take_foreground(tty_.slave, job_);
    report("job", job_);
  }
  void type(Text keys) { setup::write_all(tty_.master, keys); }
  void report_line() {
    char line[32];
    const Result size = sys::read(output_.read, line, sizeof(line));
    report("line that the job has read", Text(line, size.size()));
  }
  // Waits until the job stops or ends, and takes the terminal back.
  void report_change() {
    int status = -1;
    report("wait4", sys::wait4(-job_, &status, WUNTRACED, nullptr));
    report("job", WaitStatus{status});
    take_foreground(tty_.slave, sys::getpid().pid());
  }
  void report_foreground() {
    int group = -1;
    setup::require_zero("ioctl TIOCGPGRP", sys::ioctl(tty_.slave, TIOCGPGRP, &group));
    report("foreground", group);
  }
  void continue_in_background() { report("bg", sys::kill(-job_, SIGCONT)); }
  void continue_in_foreground() {
    take_foreground(tty_.slave, job_);
    report("fg", sys::kill(-job_, SIGCONT));
  }

private:
  Terminal &tty_;
  Pipe output_;
  int job_ = 0;
};

} // namespace

void test() {
  Terminal tty = setup::terminal();
  setup::in_child([&] {
    Shell shell(tty);
    shell.start_job();
    shell.type("one\n");
    shell.report_line();
    shell.report_foreground();
    shell.type("\032");
    shell.report_change();
    shell.continue_in_background();
    shell.report_change();
    shell.report_foreground();
    shell.type("two\n");
    shell.continue_in_foreground();
    shell.report_line();
    shell.report_foreground();
    shell.type("\003");
    shell.report_change();
    report("wait4 for another job", sys::wait4(-1, nullptr, 0, nullptr));
  });
}
