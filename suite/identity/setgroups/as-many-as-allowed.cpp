// A process can have 65,536 supplementary groups, and the same one more than once.
// Covers: setgroups 65536, repeated
// Covers: getgroups 65536
// REQUIRES: root
#include "wali/test.h"

void test() {
  static uint32_t groups[65536], list[65536];
  for (uint32_t i = 0; i < 65536; ++i)
    groups[i] = 100000 + i;
  report("setgroups", sys::setgroups(65536, groups));
  report("getgroups of size 65535", sys::getgroups(65535, list));
  report("getgroups", sys::getgroups(65536, list));
  report("bytes that differ", differing_bytes(list, groups, sizeof(list)));
  const uint32_t repeated[] = {7, 7, 5};
  report("setgroups of one twice", sys::setgroups(3, repeated));
  report("getgroups", sys::getgroups(65536, list));
  report("groups", label(list[0], " ", list[1], " ", list[2]));
}
