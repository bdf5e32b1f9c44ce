// Only the owner may change a mode, whatever the mode allows; one who is not of the
// file's group cannot make it set-group-id.
// Covers: chmod EPERM, S_ISGID
// Covers: fchmod EPERM
// Covers: fchmodat EPERM
// REQUIRES: root
#include "wali/test.h"

namespace {

// Gives up root for good.
void become_ordinary() {
  setup::require("setresgid", sys::setresgid(1000, 1000, 1000));
  setup::require("setresuid", sys::setresuid(1000, 1000, 1000));
}

} // namespace

void test() {
  setup::write_file("roots", "");
  setup::chmod("roots", 0666);
  setup::write_file("own", "");
  setup::require("chown", sys::fchownat(AT_FDCWD, "own", 1000, 0, 0));
  struct Seen {
    Result chmod, fchmod, fchmodat, own;
  };
  Seen &seen = setup::shared<Seen>();
  Child child = setup::fork([&] {
    become_ordinary();
    Fd file = setup::open("roots", O_RDWR);
    seen.chmod = sys::chmod("roots", 0600);
    seen.fchmod = sys::fchmod(file, 0600);
    seen.fchmodat = sys::fchmodat(AT_FDCWD, "roots", 0600, 0);
    seen.own = sys::chmod("own", 06750);
  });
  report("child", child.wait());
  report("chmod", seen.chmod);
  report("fchmod", seen.fchmod);
  report("fchmodat", seen.fchmodat);
  report("mode", FileMode{setup::stat("roots").st_mode});
  report("chmod of one's own file of another group", seen.own);
  report("mode", FileMode{setup::stat("own").st_mode});
}
