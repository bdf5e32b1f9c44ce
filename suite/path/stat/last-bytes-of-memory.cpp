// stat accepts a path and a structure that end with the last byte of memory. It refuses what reaches beyond it.
// Covers: stat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("f", "123");
  char *path = setup::at_the_end("f"), *outside = static_cast<char *>(setup::bad_address());
  struct stat any;
  auto at = [](void *address) { return static_cast<struct stat *>(address); };
  report("path up to the last byte", sys::stat(path, &any));
  path[1] = 'x';
  report("path without an end", sys::stat(path, &any));
  report("path outside memory", sys::stat(outside, &any));
  struct stat *last = at(setup::last_bytes(sizeof(any)));
  report("structure up to the last byte", sys::stat("f", last));
  report("size", last->st_size);
  report("structure across the end", sys::stat("f", at(setup::last_bytes(sizeof(any) - 8))));
  report("structure outside memory", sys::stat("f", at(outside)));
}
