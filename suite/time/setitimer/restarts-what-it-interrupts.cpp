// With SA_RESTART a read goes on after the handler of a timer's signal, as often as the timer rings.
// Covers: setitimer ITIMER_REAL, SA_RESTART, read
#include "wali/test.h"

void test() {
  static Event &rung = setup::shared<Event>();
  static int rings;
  setup::on_signal(
      SIGALRM,
      [](int) {
        if (++rings == 3)
          rung.set();
      },
      SA_RESTART);
  Pipe pipe = setup::pipe();
  Child child = setup::fork([&] {
    rung.wait();
    setup::write_all(pipe.write, "read");
  });
  const itimerval often = {{0, 20000}, {0, 20000}}, stop = {};
  report("setitimer", sys::setitimer(ITIMER_REAL, &often, nullptr));
  GuardedBytes<16> buffer;
  report("read", sys::read(pipe.read, &buffer, 16));
  report("setitimer to stop", sys::setitimer(ITIMER_REAL, &stop, nullptr));
  report("bytes", buffer.bytes(4));
  report("SIGALRM compared with two", compared(rings, 2));
  report("child", child.wait());
}
