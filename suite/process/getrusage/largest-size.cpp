// The largest resident size is in kilobytes and does not shrink. For children it is that of the
// largest, not the sum.
// Covers: getrusage ru_maxrss, RUSAGE_CHILDREN
#include "wali/test.h"

namespace {

int64_t largest(int who) {
  struct rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(who, &usage));
  return usage.ru_maxrss;
}

void touch(size_t size) {
  uint8_t *bytes = setup::map(size);
  for (size_t i = 0; i < size; i += 4096)
    bytes[i] = 1;
  setup::require_zero("munmap", sys::munmap(bytes, size));
}

} // namespace

void test() {
  constexpr int64_t kilobytes = 48 << 10, four_gibibytes = 4 << 20;
  setup::in_child([] { touch(64 << 20); });
  const int64_t of_child = largest(RUSAGE_CHILDREN);
  report("kilobytes of the child, compared with 48 MiB", compared(of_child, kilobytes));
  report("kilobytes of the child, compared with 4 GiB", compared(of_child, four_gibibytes));
  report("kilobytes of the child", of_child);
  setup::in_child([] { touch(1 << 20); });
  report("kilobytes of both children", largest(RUSAGE_CHILDREN));
  touch(64 << 20);
  report("kilobytes of this process, compared with 48 MiB", compared(largest(RUSAGE_SELF), kilobytes));
}
