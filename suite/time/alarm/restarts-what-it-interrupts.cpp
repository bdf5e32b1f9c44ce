// With SA_RESTART a read goes on after the handler that an alarm has run in it.
// Covers: alarm SA_RESTART, read
#include "wali/test.h"

void test() {
  static Event &rung = setup::shared<Event>();
  static int rings;
  setup::on_signal(
      SIGALRM,
      [](int) {
        ++rings;
        rung.set();
      },
      SA_RESTART);
  Pipe pipe = setup::pipe();
  Child child = setup::fork([&] {
    rung.wait();
    setup::write_all(pipe.write, "read");
  });
  report("alarm", sys::alarm(1));
  GuardedBytes<16> buffer;
  report("read", sys::read(pipe.read, &buffer, 16));
  report("bytes", buffer.bytes(4));
  report("SIGALRM", rings);
  report("child", child.wait());
}
