// The set may end where memory ends, and room that is not written may lie outside. A
// set that leaves memory is refused.
// Covers: sched_getaffinity last valid byte, EFAULT
#include "wali/test.h"

void test() {
  cpu_set set = {};
  auto size = setup::require_count("sched_getaffinity", sys::sched_getaffinity(0, sizeof(set), &set), sizeof(set));
  report("bytes of the set", size);
  report("first processors", Hex{set.bits[0]});
  auto *last = reinterpret_cast<uint64_t *>(setup::last_bytes(size));
  auto at = [&](size_t offset) { return reinterpret_cast<cpu_set *>(reinterpret_cast<uint8_t *>(last) + offset); };
  __builtin_memset(last, poison, size);
  report("in the last bytes", sys::sched_getaffinity(0, size, at(0)));
  report("first processors", Hex{last[0]});
  __builtin_memset(last, poison, size);
  report("more room than memory", sys::sched_getaffinity(0, sizeof(set), at(0)));
  report("first processors", Hex{last[0]});
  report("one that leaves memory", sys::sched_getaffinity(0, size, at(4)));
}
