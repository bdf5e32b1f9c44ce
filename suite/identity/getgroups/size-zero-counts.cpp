// getgroups with size 0 gives the number of groups and writes nothing. A negative size is refused.
// Covers: getgroups size 0, EINVAL
#include "wali/test.h"

void test() {
  Guarded<uint32_t[64]> list;
  report("getgroups with size 0", sys::getgroups(0, *&list));
  report_poison("list after size 0", list);
  report("getgroups", sys::getgroups(64, *&list));
  report_walls("walls", list);
  list.fill();
  report("getgroups with size -1", sys::getgroups(-1, *&list));
  report_poison("list after size -1", list);
}
