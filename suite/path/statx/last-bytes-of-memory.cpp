// statx accepts a path and a structure that end with the last byte of memory. It refuses what reaches beyond it.
// Covers: statx last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "123");
  char *path = setup::at_the_end("f"), *outside = static_cast<char *>(setup::bad_address());
  struct statx any;
  auto at = [](void *address) { return static_cast<struct statx *>(address); };
  report("path up to the last byte", sys::statx(AT_FDCWD, path, 0, STATX_BASIC_STATS, &any));
  path[1] = 'x';
  report("path without an end", sys::statx(AT_FDCWD, path, 0, STATX_BASIC_STATS, &any));
  report("path outside memory", sys::statx(AT_FDCWD, outside, 0, STATX_BASIC_STATS, &any));
  struct statx *last = at(setup::last_bytes(sizeof(any)));
  report("structure up to the last byte", sys::statx(AT_FDCWD, "f", 0, STATX_BASIC_STATS, last));
  report("size", last->stx_size);
  report("structure across the end",
         sys::statx(AT_FDCWD, "f", 0, STATX_BASIC_STATS, at(setup::last_bytes(sizeof(any) - 8))));
  report("structure outside memory", sys::statx(AT_FDCWD, "f", 0, STATX_BASIC_STATS, at(outside)));
}
