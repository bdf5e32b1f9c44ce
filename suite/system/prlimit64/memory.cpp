// A limit that prlimit64 sets for the caller acts at once. Below what is in use, RLIMIT_AS allows no further mapping,
// and RLIMIT_DATA no further private writable memory.
// Covers: prlimit64 RLIMIT_AS, RLIMIT_DATA
// Covers: mmap ENOMEM
#include "wali/test.h"

namespace {

struct Seen {
  Result set, mapped, restored;
};

// Maps under the limit. Nothing is printed there, since it may be the engine's limit too.
Seen map_under(int resource) {
  Seen seen;
  const rlimit small = {4096, ~uint64_t{0}};
  rlimit former = {};
  seen.set = sys::prlimit64(0, resource, &small, &former);
  seen.mapped = sys::mmap(nullptr, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  seen.restored = sys::prlimit64(0, resource, &former, nullptr);
  return seen;
}

void report_seen(const char *name, const Seen &seen) {
  report(label(name, ", prlimit64"), seen.set);
  report(label(name, ", mmap"), seen.mapped);
  report(label(name, ", prlimit64 to the former"), seen.restored);
}

} // namespace

void test() {
  report_seen("RLIMIT_AS", map_under(RLIMIT_AS));
  report_seen("RLIMIT_DATA", map_under(RLIMIT_DATA));
}
