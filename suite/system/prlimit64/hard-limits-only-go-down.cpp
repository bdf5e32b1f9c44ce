// A process without privilege lowers the hard limit of any resource, to 0 too, and raises none
// again.
// Covers: prlimit64 EPERM, hard limit
// REQUIRES: ns-root || user
#include "wali/test.h"

void test() {
  const rlimit none = {0, 0}, one = {0, 1};
  for (int resource : {RLIMIT_CORE, RLIMIT_MEMLOCK, RLIMIT_LOCKS, RLIMIT_SIGPENDING, RLIMIT_MSGQUEUE, RLIMIT_NICE,
                       RLIMIT_RTPRIO, RLIMIT_RTTIME}) {
    const Line name = label(Choice{sets::rlimit_resource, resource});
    report(label(name.text(), " to 0"), sys::prlimit64(0, resource, &none, nullptr));
    report(label(name.text(), " to 1"), sys::prlimit64(0, resource, &one, nullptr));
    rlimit limits = {7, 7};
    report("prlimit64", sys::prlimit64(0, resource, nullptr, &limits));
    report("limits", limits);
  }
}
