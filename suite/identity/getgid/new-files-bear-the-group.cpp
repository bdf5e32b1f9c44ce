// At first the real and the effective group id are the same, and a new file belongs to that group.
// Covers: getgid value
#include "wali/test.h"

void test() {
  report("getgid", sys::getgid());
  report("getegid", sys::getegid());
  setup::write_file("mine", "");
  report("group of a new file", setup::stat("mine").st_gid);
}
