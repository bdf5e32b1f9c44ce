// The file gets the present as time of change, whatever times are asked for, those
// that it has included.
// Covers: utime time of change
#include "wali/test.h"

void test() {
  const utimbuf times = {1, 2};
  setup::write_file("file", "");
  setup::require_zero("utime", sys::utime("file", &times));
  timespec before = setup::stat("file").st_ctim;
  setup::wait_past(before);
  report("utime", sys::utime("file", &times));
  report("st_ctim against before", compared(setup::stat("file").st_ctim, before));
  report("st_mtim", setup::stat("file").st_mtim);
}
