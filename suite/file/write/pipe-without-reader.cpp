// A write to a pipe without readers, or to a socket whose other end is closed, gives EPIPE and
// sends SIGPIPE, which may be caught or ignored and kills by default.
// Covers: write EPIPE, SIGPIPE
// Covers: writev EPIPE, SIGPIPE
#include "wali/test.h"

namespace {
volatile int caught;
void count(int) { caught = caught + 1; }
} // namespace

void test() {
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  sockets.second.reset();
  pipe.read.reset();
  setup::set_disposition(SIGPIPE, SIG_IGN);
  report("ignored", sys::write(pipe.write, "lost", 4));
  setup::on_signal(SIGPIPE, count);
  report("caught", sys::write(pipe.write, "lost", 4));
  report("signals", caught);
  report("of no bytes", sys::write(pipe.write, "lost", 0));
  report("signals", caught);
  report("of a socket", sys::write(sockets.first, "lost", 4));
  report("signals", caught);
  char word[] = "lost";
  const iovec vector[] = {{word, 4}};
  report("writev", sys::writev(pipe.write, vector, 1));
  report("signals", caught);
  setup::set_disposition(SIGPIPE, SIG_DFL);
  Child child = setup::fork([&] {
    sys::write(pipe.write, "lost", 4);
    return 7;
  });
  report("child with the default action", child.wait());
}
