// setgroups changes the groups of the calling thread, and of no other.
// Covers: setgroups threads
// Covers: getgroups threads
// REQUIRES: root
#include "suite/identity/other_thread.h"

void test() {
  const uint32_t groups[] = {41, 42};
  setup::require_zero("setgroups", sys::setgroups(1, groups));
  in_another_thread([] {
    const uint32_t others[] = {43, 44};
    uint32_t list[8] = {};
    report("setgroups in a thread", sys::setgroups(2, others));
    report("getgroups in the thread", sys::getgroups(8, list));
    report("groups", label(list[0], " ", list[1]));
  });
  uint32_t list[8] = {};
  report("getgroups in the main thread", sys::getgroups(8, list));
  report("group", list[0]);
}
