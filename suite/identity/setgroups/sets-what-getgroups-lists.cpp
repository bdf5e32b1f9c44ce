// The groups that setgroups sets are those that getgroups lists, all 32 bits of each. Linux keeps them sorted. A list
// that is too long or unreadable changes nothing.
// Covers: setgroups success, EINVAL, EFAULT
// Covers: getgroups list, EINVAL, EFAULT
// REQUIRES: root
#include "wali/test.h"

void test() {
  const uint32_t groups[] = {70000, 4000000000, 5};
  report("setgroups", sys::setgroups(3, groups));
  Guarded<uint32_t[5]> list;
  report("getgroups", sys::getgroups(5, *&list));
  for (int i = 0; i < 3; ++i)
    report(label("group ", i), (*list)[i]);
  report_poison("places behind them", *&list + 3, 8);
  report_walls("walls", list);
  report("getgroups with room for two", sys::getgroups(2, *&list));
  report("setgroups of 65537", sys::setgroups(65537, groups));
  report("setgroups of -1", sys::setgroups(-1, groups));
  report("setgroups from a bad address", sys::setgroups(3, static_cast<uint32_t *>(setup::bad_address())));
  report("getgroups to a bad address", sys::getgroups(5, static_cast<uint32_t *>(setup::bad_address())));
  report("getgroups afterwards", sys::getgroups(5, *&list));
  for (int i = 0; i < 3; ++i)
    report(label("group ", i, " afterwards"), (*list)[i]);
}
