// A handler without SA_RESTART ends a readv that waits; nothing is stored.
// Covers: readv EINTR
#include "wali/test.h"

namespace {
void nothing(int) {}
} // namespace

void test() {
  Pipe pipe = setup::pipe();
  setup::on_signal(SIGUSR1, nothing);
  GuardedBytes<8> buffer;
  const iovec vector[] = {{*&buffer, 4}, {*&buffer + 4, 4}};
  Result result = {0};
  {
    Interrupter interrupter(SIGUSR1);
    result = sys::readv(pipe.read, vector, 2);
  }
  report("readv", result);
  report_poison("buffer", buffer);
}
