// A handler without SA_RESTART ends a writev that waits for room: EINTR.
// Covers: writev EINTR
#include "wali/test.h"

namespace {

char block[4096];
int reader;
int runs;

// A writev that goes on for all that gets room in the end.
void handler(int) {
  if (++runs == 100)
    sys::read(reader, block, sizeof(block));
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  reader = pipe.read;
  setup::set_capacity(pipe.write, 4096);
  setup::write_all(pipe.write, {block, sizeof(block)});
  setup::on_signal(SIGUSR2, handler);
  const iovec vector[] = {{block, 1}, {block, 1}};
  Result result = {0};
  {
    Interrupter interrupter(SIGUSR2);
    result = sys::writev(pipe.write, vector, 2);
  }
  report("writev", result);
  report("handler runs", runs);
}
