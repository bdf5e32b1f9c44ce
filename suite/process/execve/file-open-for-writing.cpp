// A file that a process has open for writing cannot be run until it is closed.
// Covers: execve ETXTBSY
#include "wali/test.h"

void test() {
  const char *const argv[] = {"x", nullptr};
  setup::write_file("plain", "no program");
  setup::chmod("plain", 0700);
  Fd writer = setup::open("plain", O_WRONLY);
  report("open for writing", sys::execve("plain", argv, nullptr));
  writer.reset();
  report("closed", sys::execve("plain", argv, nullptr));
}
