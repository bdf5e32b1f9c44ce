// A directory descriptor stands for the directory, not for the name by which it was opened. It still
// leads there after the directory was renamed and another one has its name.
// Covers: faccessat dirfd, renamed directory
// Covers: faccessat2 dirfd, renamed directory
// Covers: fstatat dirfd, renamed directory
// Covers: fchmodat dirfd, renamed directory
// Covers: linkat olddirfd, newdirfd, renamed directory
#include "wali/test.h"

void test() {
  setup::mkdir("name");
  setup::write_file("name/file", "old");
  Fd directory = setup::open("name", O_RDONLY | O_DIRECTORY);
  setup::mkdir("deeper");
  setup::rename("name", "deeper/moved");
  setup::mkdir("name");
  setup::write_file("name/other", "");
  struct stat status = {};
  report("faccessat", sys::faccessat(directory, "file", F_OK, 0));
  report("faccessat of a file in the new one", sys::faccessat(directory, "other", F_OK, 0));
  report("faccessat2", sys::faccessat2(directory, "file", F_OK, 0));
  report("faccessat2 of a file in the new one", sys::faccessat2(directory, "other", F_OK, 0));
  report("fstatat", sys::fstatat(directory, "file", &status, 0));
  report("st_size", status.st_size);
  report("fchmodat", sys::fchmodat(directory, "file", 0641, 0));
  report("mode", FileMode{setup::stat("deeper/moved/file").st_mode});
  report("linkat", sys::linkat(directory, "file", directory, "second", 0));
  report("second", setup::read_file("deeper/moved/second"));
  report("linkat to the directory above", sys::linkat(directory, "file", directory, "../third", 0));
  report("third", setup::read_file("deeper/third"));
}
