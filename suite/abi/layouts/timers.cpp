// itimerval has the interval at 0 and what is left at 16, each with its seconds and then its
// microseconds in 8 bytes, in and out.
// Covers: layouts itimerval, timeval
// Covers: setitimer layout
#include "suite/abi/layouts/raw.h"

void test() {
  layouts::Raw<32> set, old;
  set.put<int64_t>(0, 1000001).put<int64_t>(8, 2000).put<int64_t>(16, 3000003).put<int64_t>(24, 999999);
  report("setitimer", sys::setitimer(ITIMER_VIRTUAL, set, nullptr));
  report("setitimer", sys::setitimer(ITIMER_VIRTUAL, layouts::Raw<32>::zeros(), old));
  old.report_field<int64_t>("seconds of the interval", 0);
  report("microseconds of the interval, compared with 1999", compared(old.get<int64_t>(8), int64_t{1999}));
  report("microseconds of the interval, compared with 10000", compared(old.get<int64_t>(8), int64_t{10000}));
  report("seconds left, compared with 3000000", compared(old.get<int64_t>(16), int64_t{3000000}));
  report("seconds left, compared with 3000006", compared(old.get<int64_t>(16), int64_t{3000006}));
  report("microseconds left, compared with a second", compared(old.get<int64_t>(24), int64_t{1000000}));
  old.report_walls();
}
