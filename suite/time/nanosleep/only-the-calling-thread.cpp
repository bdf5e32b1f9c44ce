// nanosleep puts the calling thread to sleep and no other: another thread goes on, and has
// a child end the sleep by signals.
// Covers: nanosleep threads
#include "wali/test.h"

namespace {

Event begins;
Result sent;

void send(void *end) {
  begins.wait();
  sent = sys::write(*static_cast<int *>(end), "x", 1);
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  int end = pipe.write;
  setup::on_signal(SIGUSR2, [](int) {});
  Child waker = setup::fork([&, parent = sys::getpid().pid()] {
    char byte;
    setup::require_value("read", sys::read(pipe.read, &byte, 1), 1);
    for (;;) { // one signal could come before the sleep
      setup::require_zero("kill", sys::kill(parent, SIGUSR2));
      setup::sleep_ms(2);
    }
  });
  Thread other(send, &end);
  const timespec request = {600, 0};
  begins.set();
  report("nanosleep", sys::nanosleep(&request, nullptr));
  other.join();
  report("write of the other thread", sent);
  waker.kill(SIGKILL);
  report("waker", waker.wait());
}
