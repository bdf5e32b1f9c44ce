// A directory that was removed while it is open is empty: nothing is found in it and nothing can be
// made. Its `.` and `..` can still be used, and it has no links.
// Covers: faccessat removed directory, ENOENT
// Covers: faccessat2 removed directory, ENOENT
// Covers: fstatat removed directory, ENOENT
// Covers: fchmodat removed directory, ENOENT
// Covers: linkat removed directory, ENOENT
#include "wali/test.h"

void test() {
  setup::mkdir("top");
  setup::mkdir("top/directory");
  setup::write_file("file", "");
  setup::write_file("top/name", "");
  Fd directory = setup::open("top/directory", O_RDONLY | O_DIRECTORY);
  setup::rmdir("top/directory");
  setup::mkdir("top/directory");
  setup::write_file("top/directory/name", "");
  struct stat status = {};
  report("faccessat of a name", sys::faccessat(directory, "name", F_OK, 0));
  report("faccessat2 of a name", sys::faccessat2(directory, "name", F_OK, 0));
  report("fstatat of a name", sys::fstatat(directory, "name", &status, 0));
  report("fchmodat of a name", sys::fchmodat(directory, "name", 0640, 0));
  report("linkat from it", sys::linkat(directory, "name", AT_FDCWD, "second", 0));
  report("linkat to it", sys::linkat(AT_FDCWD, "file", directory, "second", 0));
  report("faccessat of .", sys::faccessat(directory, ".", F_OK, 0));
  report("faccessat of ../name", sys::faccessat(directory, "../name", F_OK, 0));
  report("fchmodat of .", sys::fchmodat(directory, ".", 0711, 0));
  report("fstatat of .", sys::fstatat(directory, ".", &status, 0));
  report("st_mode", FileMode{status.st_mode});
  report("st_nlink", status.st_nlink);
  report("mode of its successor", FileMode{setup::stat("top/directory").st_mode});
  report("links of the file", setup::stat("file").st_nlink);
}
