// Through a read-only mount neither the mode nor the owner nor the times of a file can be changed.
// Through another mount of the same file system they can.
// Covers: chmod EROFS
// Covers: fchmod EROFS
// Covers: fchmodat EROFS
// Covers: chown EROFS
// Covers: fchown EROFS
// Covers: fchownat EROFS
// Covers: utimensat EROFS
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  const timespec old[2] = {{1, 1}, {2, 2}}, later[2] = {{3, 3}, {4, 4}};
  setup::chdir(setup::disk);
  setup::write_file("file", "");
  setup::chmod("file", 06711);
  setup::set_times("file", old);
  Fd writable = setup::open("file", O_RDONLY);
  setup::chdir(setup::read_only_disk);
  Fd file = setup::open("file", O_RDONLY);
  report("chmod", sys::chmod("file", 0600));
  report("fchmod", sys::fchmod(file, 0600));
  report("fchmodat", sys::fchmodat(AT_FDCWD, "file", 0600, 0));
  report("chown", sys::chown("file", -1, -1));
  report("fchown", sys::fchown(file, -1, -1));
  report("fchownat", sys::fchownat(AT_FDCWD, "file", -1, -1, 0));
  report("utimensat", sys::utimensat(AT_FDCWD, "file", later, 0));
  report("utimensat without times", sys::utimensat(AT_FDCWD, "file", nullptr, 0));
  report("utimensat without a path", sys::utimensat(file, nullptr, later, 0));
  report("mode", FileMode{setup::stat("file").st_mode});
  report("st_mtim", setup::stat("file").st_mtim);
  report("fchmod by the other mount", sys::fchmod(writable, 0604));
  report("mode", FileMode{setup::stat("file").st_mode});
}
