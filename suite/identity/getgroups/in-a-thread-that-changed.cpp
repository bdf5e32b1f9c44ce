// A thread that has changed its groups is told them, and not those of the process's first.
// Covers: getgroups threads
// REQUIRES: root
#include "wali/test.h"

namespace {

void look(void *) {
  const uint32_t groups[] = {43, 44, 45};
  uint32_t list[8] = {};
  report("in the thread, setgroups", sys::setgroups(3, groups));
  report("getgroups", sys::getgroups(8, list));
  for (int index = 0; index < 4; ++index)
    report(label("group ", index), list[index]);
}

} // namespace

void test() {
  const uint32_t groups[] = {41};
  setup::require_zero("setgroups", sys::setgroups(1, groups));
  Thread(look).join();
}
