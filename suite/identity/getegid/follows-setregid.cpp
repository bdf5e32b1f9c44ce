// setregid with -1 for the real group id changes the effective one alone, and new files get the
// effective group.
// Covers: getegid after setregid
// Covers: setregid -1
// REQUIRES: root
#include "wali/test.h"

void test() {
  report("setregid", sys::setregid(-1, 4321));
  report("getegid", sys::getegid());
  report("getgid", sys::getgid());
  setup::write_file("file", "");
  report("group of a new file", setup::stat("file").st_gid);
  report("setregid of both", sys::setregid(77, 88));
  report("getgid afterwards", sys::getgid());
  report("getegid afterwards", sys::getegid());
}
