// Size 0 asks for the number of groups and writes nothing; a size that is too
// small is refused, and a negative one.
// Covers: getgroups size 0, EINVAL
#include "wali/test.h"

void test() {
  Guarded<uint32_t[64]> list;
  Result count = sys::getgroups(0, *&list);
  report_poison("list after size 0", list);
  Result again = sys::getgroups(64, *&list);
  report("count against what is listed", compared(count.value, again.value));
  report_walls("walls", list);
  list.fill();
  report("getgroups with a negative size", sys::getgroups(-1, *&list));
  report_poison("list after a negative size", list);
}
