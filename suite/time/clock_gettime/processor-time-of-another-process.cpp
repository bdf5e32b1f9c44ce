// The clock of another process, which clock_getcpuclockid(3) numbers by its id, shows what that process computes. An
// id that no process has gives no clock.
// Covers: clock_gettime another process's clock, EINVAL
#include "suite/time/nanoseconds.h"

namespace {

// The number of a process's clock of processor time.
int clock_of(int pid) { return ~pid << 3 | CLOCK_PROCESS_CPUTIME_ID; }

} // namespace

void test() {
  Event &done = setup::shared<Event>(), &asked = setup::shared<Event>();
  Child child = setup::fork([&] {
    compute(CLOCK_PROCESS_CPUTIME_ID, 200 * ms);
    done.set();
    asked.wait();
  });
  done.wait();
  const int clock = clock_of(child.pid());
  timespec time = {};
  report("clock_gettime of a child's clock", sys::clock_gettime(clock, &time));
  report("compared with 200 ms", compared(time, to_timespec(200 * ms - 1)));
  report("compared with the time of day", compared(time, setup::now(CLOCK_REALTIME)));
  asked.set();
  report("child", child.wait());
  report("clock_gettime of its clock after its end", sys::clock_gettime(clock, &time));
}
