// An owner who is not in the group of his file, by a supplementary group at least, does not get the
// set-group-id bit. The call succeeds without it.
// Covers: chmod S_ISGID, supplementary group
// Covers: fchmod S_ISGID
// Covers: fchmodat S_ISGID
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::write_file("foreign", "");
  setup::chown("foreign", 1000, 0);
  setup::write_file("own", "");
  setup::chown("own", 1000, 1000);
  setup::write_file("further", "");
  setup::chown("further", 1000, 55);
  setup::in_child([] {
    setup::become_ordinary(55);
    for (const char *path : {"foreign", "own", "further"}) {
      report(label("chmod of ", path), sys::chmod(path, 06750));
      report("mode", FileMode{setup::stat(path).st_mode});
    }
    report("fchmod of foreign", sys::fchmod(setup::open("foreign", O_RDONLY), 02710));
    report("mode", FileMode{setup::stat("foreign").st_mode});
    report("fchmodat of foreign", sys::fchmodat(AT_FDCWD, "foreign", 02701, 0));
    report("mode", FileMode{setup::stat("foreign").st_mode});
  });
  report("chmod of foreign by root", sys::chmod("foreign", 02750));
  report("mode", FileMode{setup::stat("foreign").st_mode});
}
