// A handler without SA_RESTART ends a read that waits; nothing is stored.
// Covers: read EINTR
#include "wali/test.h"

namespace {
void nothing(int) {}
} // namespace

void test() {
  Pipe pipe = setup::pipe();
  setup::on_signal(SIGUSR1, nothing);
  GuardedBytes<8> buffer;
  Result result = {0};
  {
    Interrupter interrupter(SIGUSR1);
    result = sys::read(pipe.read, &buffer, 8);
  }
  report("read", result);
  report_poison("buffer", buffer);
}
