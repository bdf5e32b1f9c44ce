// FIONREAD on either end of a pipe returns how many bytes the pipe holds, up to its capacity.
// Covers: ioctl FIONREAD, pipe
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  static char block[8192];
  setup::set_capacity(pipe.write, sizeof(block));
  const auto report_held = [&](const char *when) {
    int32_t by_reader = -1, by_writer = -1;
    report(label(when, ", ioctl of the reader"), sys::ioctl(pipe.read, FIONREAD, &by_reader));
    report("bytes", by_reader);
    report(label(when, ", ioctl of the writer"), sys::ioctl(pipe.write, FIONREAD, &by_writer));
    report("bytes", by_writer);
  };
  report_held("empty");
  setup::write_all(pipe.write, {block, sizeof(block)});
  report_held("full");
  setup::require_value("read", sys::read(pipe.read, block, 5000), 5000);
  report_held("with 5000 bytes fewer");
}
