// Setting the present time needs the right to write, and any other time needs the file's owner. A directory that may
// not be searched hides the file.
// Covers: utime EACCES, EPERM, unsearchable directory
// REQUIRES: user
#include "wali/test.h"

void test() {
  const utimbuf times = {1, 2};
  setup::mkdir("closed");
  setup::write_file("closed/file", "");
  setup::chmod("closed", 0600);
  report("no times", sys::utime("/proc", nullptr));
  report("times", sys::utime("/proc", &times));
  report("beyond a closed directory", sys::utime("closed/file", nullptr));
}
