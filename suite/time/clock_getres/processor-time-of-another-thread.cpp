// The clock of another thread, which its id names, has a resolution as long as there is that thread.
// Covers: clock_getres clock of another thread, EINVAL
#include "wali/test.h"

namespace {

Event asked;

// Its low bits: a thread's clock (4) that counts all its processor time (2).
int clock_of_thread(int tid) { return static_cast<int>(~static_cast<uint32_t>(tid) << 3 | 6); }

} // namespace

void test() {
  const int tid = setup::start_thread([](void *) { asked.wait(); });
  timespec resolution = {};
  report("clock_getres of a thread's clock", sys::clock_getres(clock_of_thread(tid), &resolution));
  report("resolution", resolution);
  asked.set();
  setup::await_exit(tid);
  report("clock_getres of its clock after its end", sys::clock_getres(clock_of_thread(tid), nullptr));
}
