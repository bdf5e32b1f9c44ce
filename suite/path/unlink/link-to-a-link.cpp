// unlink of a link that leads to another link removes the first alone: the second and its file stay.
// Covers: unlink symbolic links
// Covers: unlinkat symbolic links
#include "wali/test.h"

namespace {

void report_what_is_left(const char *removed) {
  char target[16];
  report("readlink of the first", sys::readlink(removed, target, sizeof(target)));
  report("readlink of the second", sys::readlink("second", target, sizeof(target)));
  report("access of the file", sys::access("file", F_OK));
}

} // namespace

void test() {
  setup::write_file("file", "");
  setup::symlink("file", "second");
  for (const char *first : {"first", "another"})
    setup::symlink("second", first);
  report("unlink", sys::unlink("first"));
  report_what_is_left("first");
  report("unlinkat", sys::unlinkat(AT_FDCWD, "another", 0));
  report_what_is_left("another");
}
