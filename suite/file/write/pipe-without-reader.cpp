// A pipe that nobody reads is EPIPE, and SIGPIPE: caught, ignored or fatal.
// Covers: write EPIPE, SIGPIPE
#include "wali/test.h"

namespace {
volatile int caught;
void count(int signo) { caught = caught + signo; }
} // namespace

void test() {
  Pipe pipe = setup::pipe();
  pipe.read.reset();
  setup::set_disposition(SIGPIPE, SIG_IGN);
  report("ignored", sys::write(pipe.write, "lost", 4));
  setup::on_signal(SIGPIPE, count);
  report("caught", sys::write(pipe.write, "lost", 4));
  report("sum of the signals caught", caught);
  report("of no bytes", sys::write(pipe.write, "lost", 0));
  report("sum of the signals caught", caught);
  setup::set_disposition(SIGPIPE, SIG_DFL);
  Child child = setup::fork([&] {
    sys::write(pipe.write, "lost", 4);
    return 7;
  });
  report("child with the default action", child.wait());
}
