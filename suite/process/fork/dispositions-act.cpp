// A child catches the signals that its parent catches and ignores those that its parent ignores. Neither ends it, but
// a signal with its default action does.
// Covers: fork signal dispositions, default action
#include "wali/test.h"

namespace {

int runs;

WaitStatus signalled(int signo) {
  return setup::fork([=] {
           sys::kill(sys::getpid().pid(), signo);
           return 10 + runs;
         })
      .wait();
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::set_disposition(SIGHUP, SIG_IGN);
  report("child with a caught signal", signalled(SIGUSR2));
  report("child with an ignored signal", signalled(SIGHUP));
  report("child with another", signalled(SIGTERM));
}
