// The set may end where memory ends; one that leaves memory is refused. Room
// that is not written may lie outside.
// Covers: sched_getaffinity last valid byte, EFAULT
#include "wali/test.h"

void test() {
  cpu_set set = {};
  auto size = setup::require_count("sched_getaffinity", sys::sched_getaffinity(0, sizeof(set), &set), sizeof(set));
  uint8_t *last = setup::last_bytes(size);
  auto at = [&](size_t offset) { return reinterpret_cast<cpu_set *>(last + offset); };
  __builtin_memset(last, poison, size);
  report("in the last bytes, against the size", compared(sys::sched_getaffinity(0, size, at(0)).size(), size));
  report("processors", label(Text(last, size) == Text(&set, size) ? "the same" : "others"));
  report("more room than memory, against the size",
         compared(sys::sched_getaffinity(0, sizeof(set), at(0)).size(), size));
  report("one that leaves memory", sys::sched_getaffinity(0, size, at(4)));
}
