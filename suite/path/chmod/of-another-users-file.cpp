// Only the owner of a file and root may change its mode, even when the mode lets everybody write.
// Covers: chmod EPERM
// Covers: fchmod EPERM
// Covers: fchmodat EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::write_file("roots", "");
  setup::chmod("roots", 0666);
  setup::write_file("own", "");
  setup::chown("own", 1000, 1000);
  setup::in_child([] {
    setup::become_ordinary();
    report("chmod", sys::chmod("roots", 0600));
    report("fchmod", sys::fchmod(setup::open("roots", O_RDWR), 0600));
    report("fchmodat", sys::fchmodat(AT_FDCWD, "roots", 0600, 0));
    report("chmod of one's own", sys::chmod("own", 0604));
  });
  report("mode", FileMode{setup::stat("roots").st_mode});
  report("mode of one's own", FileMode{setup::stat("own").st_mode});
  report("chmod of an ordinary user's file by root", sys::chmod("own", 0640));
  report("mode", FileMode{setup::stat("own").st_mode});
}
