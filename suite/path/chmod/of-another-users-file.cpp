// Only the owner may change a mode, whatever the mode allows; without being of the
// file's group, by a supplementary one at least, he gets no set-group-id bit.
// Covers: chmod EPERM, S_ISGID, supplementary group
// Covers: fchmod EPERM
// Covers: fchmodat EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::write_file("roots", "");
  setup::chmod("roots", 0666);
  setup::write_file("own", "");
  setup::write_file("shared", "");
  setup::chown("own", 1000, 0);
  setup::chown("shared", 1000, 55);
  struct Seen {
    Result chmod, fchmod, fchmodat, own, shared;
  };
  Seen &seen = setup::shared<Seen>();
  Child child = setup::fork([&] {
    setup::become_ordinary(55);
    Fd file = setup::open("roots", O_RDWR);
    seen.chmod = sys::chmod("roots", 0600);
    seen.fchmod = sys::fchmod(file, 0600);
    seen.fchmodat = sys::fchmodat(AT_FDCWD, "roots", 0600, 0);
    seen.own = sys::chmod("own", 06750);
    seen.shared = sys::chmod("shared", 06750);
  });
  report("child", child.wait());
  report("chmod", seen.chmod);
  report("fchmod", seen.fchmod);
  report("fchmodat", seen.fchmodat);
  report("mode", FileMode{setup::stat("roots").st_mode});
  report("chmod of one's own file of another group", seen.own);
  report("mode", FileMode{setup::stat("own").st_mode});
  report("chmod of one's own file of a supplementary group", seen.shared);
  report("mode", FileMode{setup::stat("shared").st_mode});
}
