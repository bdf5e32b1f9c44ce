// The clock of another process, which clock_getcpuclockid(3) numbers by its id, has a
// resolution as long as there is that process.
// Covers: clock_getres another process's clock, EINVAL
#include "wali/test.h"

void test() {
  Pipe told = setup::pipe();
  Child child = setup::fork([&] {
    told.write.reset();
    setup::read_all(told.read);
  });
  const int clock = ~child.pid() << 3 | CLOCK_PROCESS_CPUTIME_ID;
  timespec resolution = {};
  report("clock_getres of a child's clock", sys::clock_getres(clock, &resolution));
  report("resolution", resolution);
  told.write.reset();
  report("child", child.wait());
  report("clock_getres of its clock after its end", sys::clock_getres(clock, nullptr));
}
