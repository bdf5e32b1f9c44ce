// utime is refused on a read-only mount, with times and without, and the file keeps its
// times.
// Covers: utime EROFS
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  const utimbuf old = {1, 2}, later = {3, 4};
  setup::chdir(setup::disk);
  setup::write_file("file", "");
  setup::require_zero("utime", sys::utime("file", &old));
  setup::chdir(setup::read_only_disk);
  report("times", sys::utime("file", &later));
  report("no times", sys::utime("file", nullptr));
  report("st_mtim", setup::stat("file").st_mtim);
}
