// A handler without SA_RESTART ends a readv that waits: EINTR, with nothing stored.
// Covers: readv EINTR
#include "wali/test.h"

namespace {

int writer;
int runs;

// A readv that goes on for all that gets something to read in the end.
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
  const iovec vector[] = {{*&buffer, 4}, {*&buffer + 4, 4}};
  Result result = {0};
  {
    Interrupter interrupter(SIGUSR2);
    result = sys::readv(empty.read, vector, 2);
  }
  report("readv", result);
  report("handler runs", runs);
  report_poison("buffer", buffer);
}
