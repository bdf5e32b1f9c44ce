// Linux stores 0 in the fields that it does not maintain.
// Covers: getrusage unmaintained fields
#include "wali/test.h"

void test() {
  Guarded<struct rusage> usage;
  for (int who : {RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD}) {
    usage.fill();
    report(label("getrusage of ", who), sys::getrusage(who, &usage));
    report("sizes", label(usage->ru_ixrss, " ", usage->ru_idrss, " ", usage->ru_isrss));
    report("swaps", usage->ru_nswap);
    report("messages", label(usage->ru_msgsnd, " ", usage->ru_msgrcv));
    report("signals", usage->ru_nsignals);
  }
}
