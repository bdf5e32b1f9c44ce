// setgroups refuses a list with a group that cannot exist, -1, and the groups stay.
// Covers: setgroups EINVAL, -1
// REQUIRES: root
#include "wali/test.h"

void test() {
  const uint32_t groups[] = {41, 42}, invalid[] = {43, 0xffffffff, 44};
  uint32_t list[4] = {};
  report("setgroups", sys::setgroups(2, groups));
  report("setgroups with -1", sys::setgroups(3, invalid));
  report("getgroups", sys::getgroups(4, list));
  report("groups", label(list[0], " ", list[1]));
}
