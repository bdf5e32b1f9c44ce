// alarm takes and returns any unsigned int: the largest numbers of seconds are neither cut nor taken
// for errors.
// Covers: alarm largest numbers of seconds
#include "suite/time/nanoseconds.h"

void test() {
  for (uint32_t seconds : {2147483647u, 2147483648u, 4294967295u}) {
    Result set, left;
    int64_t begin;
    do { // alarm rounds to whole seconds: on a machine that stood still meanwhile, once more
      begin = nanoseconds();
      set = sys::alarm(seconds);
      left = sys::alarm(0);
    } while (nanoseconds() - begin > 400 * ms);
    report(label("alarm of ", seconds), set);
    report("what is left", left);
  }
}
