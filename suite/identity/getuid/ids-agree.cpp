// The real and effective ids are those that a file made by this process
// bears, and those that setresuid leaves unchanged when told -1.
// Covers: getuid value
#include "wali/test.h"

void test() {
  setup::write_file("mine", "");
  struct stat status = setup::stat("mine");
  report("getuid against the file's owner", compared(sys::getuid().value, int64_t{status.st_uid}));
  report("setresuid of -1, -1, -1", sys::setresuid(-1, -1, -1));
  report("getuid against the file's owner again", compared(sys::getuid().value, int64_t{status.st_uid}));
  report("getuid against geteuid", compared(sys::getuid().value, sys::geteuid().value));
}
