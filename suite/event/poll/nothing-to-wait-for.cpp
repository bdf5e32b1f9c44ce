// With nothing to wait for and a timeout of 0, poll, ppoll, select and pselect6 return 0 at once. The timeout stays
// 0, even when NULL sets come with a count of descriptors.
// Covers: poll no entries, no time
// Covers: ppoll no entries, no time
// Covers: select no sets, no time
// Covers: pselect6 no sets, no time
#include "wali/test.h"

void test() {
  report("poll", sys::poll(nullptr, 0, 0));
  timespec time = {0, 0};
  report("ppoll", sys::ppoll(nullptr, 0, &time, nullptr, 8));
  report("time left", time);
  for (int count : {0, 1, 1024}) {
    timeval short_time = {0, 0};
    report(label("select of ", count), sys::select(count, nullptr, nullptr, nullptr, &short_time));
    report("time left", short_time);
    report(label("pselect6 of ", count), sys::pselect6(count, nullptr, nullptr, nullptr, &time, nullptr));
    report("time left", time);
  }
}
