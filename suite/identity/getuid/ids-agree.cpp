// The real and the effective user id are the same at first, a new file belongs to that user, and
// setresuid with -1 three times changes neither.
// Covers: getuid value
// Covers: setresuid -1
#include "wali/test.h"

void test() {
  report("getuid", sys::getuid());
  report("geteuid", sys::geteuid());
  setup::write_file("mine", "");
  report("owner of a new file", setup::stat("mine").st_uid);
  report("setresuid of -1, -1, -1", sys::setresuid(-1, -1, -1));
  report("getuid afterwards", sys::getuid());
  report("geteuid afterwards", sys::geteuid());
}
