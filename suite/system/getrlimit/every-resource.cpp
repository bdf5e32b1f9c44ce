// getrlimit and prlimit64 return the same limits for each resource from RLIMIT_CPU to RLIMIT_RTTIME. There is no
// further resource.
// Covers: getrlimit every resource, EINVAL
// Covers: prlimit64 every resource
#include "wali/test.h"

void test() {
  for (int resource = RLIMIT_CPU; resource <= RLIMIT_RTTIME; ++resource) {
    Guarded<rlimit> one, other;
    const Choice name = {abi::sets::rlimit_resource, resource};
    report(label(name, ", getrlimit"), sys::getrlimit(resource, &one));
    report(label(name, ", prlimit64"), sys::prlimit64(0, resource, nullptr, &other));
    report(label(name, ", bytes that differ"), differing_bytes(&one, &other, sizeof(rlimit)));
  }
  Guarded<rlimit> none;
  report("the next, getrlimit", sys::getrlimit(RLIMIT_RTTIME + 1, &none));
}
