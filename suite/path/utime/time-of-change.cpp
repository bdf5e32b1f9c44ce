// utime sets the time of change to the present, even when the file already has the given times.
// Covers: utime time of change
#include "wali/test.h"

void test() {
  const utimbuf times = {1, 2};
  setup::write_file("file", "");
  setup::require_zero("utime", sys::utime("file", &times));
  timespec before = setup::stat("file").st_ctim;
  setup::wait_past(before);
  report("utime", sys::utime("file", &times));
  report("st_ctim compared with the one before", compared(setup::stat("file").st_ctim, before));
  report("st_mtim", setup::stat("file").st_mtim);
}
