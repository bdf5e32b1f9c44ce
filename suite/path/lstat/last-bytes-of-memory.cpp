// lstat accepts a path and a structure that end at the last byte of memory. What reaches beyond
// gives -EFAULT.
// Covers: lstat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "123");
  char *path = setup::at_the_end("f"), *outside = static_cast<char *>(setup::bad_address());
  struct stat any;
  auto at = [](void *address) { return static_cast<struct stat *>(address); };
  report("path up to the last byte", sys::lstat(path, &any));
  path[1] = 'x';
  report("path without an end", sys::lstat(path, &any));
  report("path outside memory", sys::lstat(outside, &any));
  struct stat *last = at(setup::last_bytes(sizeof(any)));
  report("structure up to the last byte", sys::lstat("f", last));
  report("size", last->st_size);
  report("structure across the end", sys::lstat("f", at(setup::last_bytes(sizeof(any) - 8))));
  report("structure outside memory", sys::lstat("f", at(outside)));
}
