// Root can give an open file another owner, another group or both. -1 leaves the owner or the group
// as it is.
// Covers: fchown owner, group
// REQUIRES: root
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDONLY | O_CREAT);
  const int ids[][2] = {{70001, 70002}, {5, -1}, {-1, 6}, {-1, -1}, {-2147483647, -2}, {0, 8}};
  for (auto [owner, group] : ids) {
    report(label("fchown ", owner, " ", group), sys::fchown(file, owner, group));
    struct stat status = setup::stat("file");
    report("owner and group", label(status.st_uid, " ", status.st_gid));
  }
}
