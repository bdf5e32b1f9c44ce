// A sleep that SIGSTOP and SIGCONT come into goes on, and is over when its time is.
// Covers: nanosleep SIGSTOP, SIGCONT
#include "suite/time/nanoseconds.h"

namespace {

struct Sleep {
  int64_t result, took;
};

} // namespace

void test() {
  Sleep &sleep = setup::shared<Sleep>();
  Child child = setup::fork([&] {
    const timespec request = to_timespec(300 * ms);
    const int64_t began = nanoseconds();
    sleep.result = sys::nanosleep(&request, nullptr).value;
    sleep.took = nanoseconds() - began;
  });
  WaitStatus status = {0};
  setup::sleep_ms(50);
  child.kill(SIGSTOP);
  report("wait4 of the stopped child", sys::wait4(child.pid(), &status.value, WUNTRACED, nullptr));
  report("status", status);
  child.kill(SIGCONT);
  report("child", child.wait());
  report("nanosleep", Result{sleep.result});
  report("the time it took compared with 300 ms", compared(sleep.took, 300 * ms - 1));
}
