// A long argument and a long result keep their 64 bits: so does the timer slack.
// Covers: values results of 64 bits
// Covers: prctl PR_SET_TIMERSLACK, PR_GET_TIMERSLACK, 64 bits
#include "wali/test.h"

void test() {
  for (uint64_t slack : {uint64_t{0xfffffff7}, uint64_t{0x1fffffff7}, uint64_t{0x7123456789abcdef}}) {
    report(label("PR_SET_TIMERSLACK to ", slack), sys::prctl(PR_SET_TIMERSLACK, slack, 0, 0, 0));
    report("PR_GET_TIMERSLACK", sys::prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0));
  }
}
