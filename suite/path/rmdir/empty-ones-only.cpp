// rmdir removes an empty directory, even one that is open or the working directory. It refuses a full one, the dots
// and the root.
// Covers: rmdir ENOTEMPTY, EINVAL, EBUSY
#include "wali/test.h"

void test() {
  setup::mkdir("empty");
  setup::mkdir("full");
  setup::write_file("full/file", "");
  Fd open = setup::open("empty", O_RDONLY | O_DIRECTORY);
  report("full", sys::rmdir("full"));
  report("full/.", sys::rmdir("full/."));
  report("full/..", sys::rmdir("full/.."));
  report(".", sys::rmdir("."));
  report("/", sys::rmdir("/"));
  report("full/file", sys::access("full/file", F_OK));
  report("empty", sys::rmdir("empty/"));
  report("empty", sys::access("empty", F_OK));
  report("new name in what is removed", sys::mkdirat(open, "new", 0700));
  setup::mkdir("working");
  setup::chdir("working");
  report("the working directory", sys::rmdir("../working"));
}
