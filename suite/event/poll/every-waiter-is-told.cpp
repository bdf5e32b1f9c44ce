// A byte wakes each of two threads that wait for it in poll, ppoll, select or pselect6.
// Covers: poll two waiters
// Covers: ppoll two waiters
// Covers: select two waiters
// Covers: pselect6 two waiters
#include "suite/event/calls.h"

namespace {

struct Waiter {
  const ReadinessCall &call;
  int fd;
  Result result = {};

  static void wait(void *pointer) {
    auto &self = *static_cast<Waiter *>(pointer);
    self.result = self.call.readable(self.fd, true);
  }
};

} // namespace

void test() {
  for (const ReadinessCall &call : readiness_calls) {
    Pipe pipe = setup::pipe();
    Waiter first = {call, pipe.read}, second = {call, pipe.read};
    {
      Thread thread(Waiter::wait, &first), other(Waiter::wait, &second);
      setup::sleep_ms(10); // until both wait, most likely
      setup::write_all(pipe.write, "x");
    }
    report(label(call.name, ", one"), first.result);
    report(label(call.name, ", the other"), second.result);
  }
}
