// A handler without SA_RESTART ends a write that waits: EINTR if nothing was
// written, otherwise the number of bytes that were.
// Covers: write EINTR, interrupted short count
#include "wali/test.h"

namespace {

char block[12288];
int reader;
int runs;

// A write that goes on for all that gets room in the end.
void handler(int) {
  if (++runs == 100)
    sys::read(reader, block, 4096);
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  reader = pipe.read;
  setup::set_capacity(pipe.write, 8192);
  setup::on_signal(SIGUSR2, handler);
  Result partial = {0}, none = {0};
  {
    Interrupter interrupter(SIGUSR2);
    partial = sys::write(pipe.write, block, sizeof(block));
    none = sys::write(pipe.write, block, 1);
  }
  report("write of more than there is room for", partial);
  report("write into the full pipe", none);
  report("handler runs", runs);
}
