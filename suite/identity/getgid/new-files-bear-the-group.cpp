// The real and effective group ids are equal at first, and the group of a file
// that this process makes.
// Covers: getgid value
#include "wali/test.h"

void test() {
  setup::write_file("mine", "");
  struct stat status = setup::stat("mine");
  report("getgid against the file's group", compared(sys::getgid().value, int64_t{status.st_gid}));
  report("getgid against getegid", compared(sys::getgid().value, sys::getegid().value));
}
