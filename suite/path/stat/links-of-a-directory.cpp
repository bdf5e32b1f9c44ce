// A directory has two links, its name and its `.`, and one more for the `..` of each directory in it. A removed one
// has none.
// Covers: stat st_nlink, S_IFDIR
// Covers: fstat st_nlink
// Covers: statx STATX_NLINK
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  setup::mkdir("directory");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  const auto report_links = [&](const char *name) {
    struct stat by_path = {};
    struct statx extended = {};
    setup::require_zero("stat", sys::stat("directory", &by_path));
    setup::require_zero("statx", sys::statx(directory, "", AT_EMPTY_PATH, STATX_NLINK, &extended));
    report(name, label(by_path.st_nlink, " ", extended.stx_nlink));
  };
  report_links("new");
  setup::mkdir("directory/one");
  setup::mkdir("directory/two");
  report_links("with two directories");
  setup::write_file("directory/file", "");
  report_links("and a file");
  setup::rename("directory/one", "one");
  report_links("when one has moved out");
  setup::unlink("directory/file");
  setup::rmdir("directory/two");
  report_links("when it is empty");
  setup::rmdir("directory");
  struct stat removed = {};
  report("fstat", sys::fstat(directory, &removed));
  report("removed", removed.st_nlink);
}
