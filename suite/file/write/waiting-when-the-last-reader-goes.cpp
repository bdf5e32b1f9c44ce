// A write that waits for room in a full pipe, and has written nothing, gives EPIPE with one SIGPIPE when another thread
// closes the last reader.
// Covers: write EPIPE, SIGPIPE
#include "wali/test.h"

namespace {

volatile int signals;

} // namespace

void test() {
  setup::on_signal(SIGPIPE, [](int) { signals = signals + 1; });
  Pipe pipe = setup::pipe();
  setup::set_capacity(pipe.write, 4096);
  static char block[4096];
  setup::write_all(pipe.write, {block, sizeof(block)});
  Result result;
  {
    Thread closer(
        [](void *reader) {
          setup::sleep_ms(20); // until the write waits, most likely
          static_cast<Fd *>(reader)->reset();
        },
        &pipe.read);
    result = sys::write(pipe.write, block, 1);
  }
  report("write", result);
  report("signals", signals);
}
