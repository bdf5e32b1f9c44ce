// statfs accepts a path and a structure that end with the last byte of memory. It refuses what reaches beyond it.
// Covers: statfs last valid byte, EFAULT
#include "wali/test.h"

void test() {
  struct statfs any;
  char *path = setup::at_the_end("."), *outside = static_cast<char *>(setup::bad_address());
  auto at = [](void *address) { return static_cast<struct statfs *>(address); };
  report("path up to the last byte", sys::statfs(path, &any));
  path[1] = '/';
  report("path without an end", sys::statfs(path, &any));
  report("path outside memory", sys::statfs(outside, &any));
  struct statfs *last = at(setup::last_bytes(sizeof(any)));
  report("structure up to the last byte", sys::statfs("/proc", last));
  report("f_type", Hex{last->f_type});
  report("structure across the end", sys::statfs("/proc", at(setup::last_bytes(sizeof(any) - 8))));
  report("structure outside memory", sys::statfs("/proc", at(outside)));
}
