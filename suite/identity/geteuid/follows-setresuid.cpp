// The effective user id is the one that setresuid set, and new files belong to it. The real id stays.
// Covers: geteuid after setresuid
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::chmod(".", 0777);
  report("setresuid", sys::setresuid(-1, 1234, -1));
  report("geteuid", sys::geteuid());
  report("getuid", sys::getuid());
  setup::write_file("file", "");
  report("owner of a new file", setup::stat("file").st_uid);
  report("setresuid back to 0", sys::setresuid(-1, 0, -1));
  report("geteuid", sys::geteuid());
  setup::write_file("another", "");
  report("owner of another new file", setup::stat("another").st_uid);
}
