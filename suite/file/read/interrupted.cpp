// A handler without SA_RESTART ends a read that waits: EINTR, with nothing stored.
// Covers: read EINTR
#include "wali/test.h"

namespace {

int writer;
int runs;

// A read that goes on for all that gets something to read in the end.
void handler(int) {
  if (++runs == 100)
    sys::write(writer, "x", 1);
}

} // namespace

void test() {
  Pipe empty = setup::pipe();
  writer = empty.write;
  setup::on_signal(SIGUSR2, handler);
  GuardedBytes<8> buffer;
  Result result = {0};
  {
    Interrupter interrupter(SIGUSR2);
    result = sys::read(empty.read, &buffer, 8);
  }
  report("read", result);
  report("handler runs", runs);
  report_poison("buffer", buffer);
}
