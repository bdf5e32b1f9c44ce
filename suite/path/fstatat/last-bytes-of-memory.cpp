// fstatat accepts a path and a structure that end at the last byte of memory. What reaches beyond
// gives -EFAULT.
// Covers: fstatat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "123");
  char *path = setup::at_the_end("f"), *outside = static_cast<char *>(setup::bad_address());
  struct stat any;
  auto at = [](void *address) { return static_cast<struct stat *>(address); };
  report("path up to the last byte", sys::fstatat(AT_FDCWD, path, &any, 0));
  path[1] = 'x';
  report("path without an end", sys::fstatat(AT_FDCWD, path, &any, 0));
  report("path outside memory", sys::fstatat(AT_FDCWD, outside, &any, 0));
  struct stat *last = at(setup::last_bytes(sizeof(any)));
  report("structure up to the last byte", sys::fstatat(AT_FDCWD, "f", last, 0));
  report("size", last->st_size);
  report("structure across the end", sys::fstatat(AT_FDCWD, "f", at(setup::last_bytes(sizeof(any) - 8)), 0));
  report("structure outside memory", sys::fstatat(AT_FDCWD, "f", at(outside), 0));
}
