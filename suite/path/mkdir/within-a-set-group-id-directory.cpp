// A directory made in a set-group-id directory is set-group-id too. A file is not.
// Covers: mkdir S_ISGID
// Covers: mkdirat S_ISGID
#include "wali/test.h"

void test() {
  sys::umask(0);
  setup::mkdir("shared");
  setup::chmod("shared", 02755);
  report("mkdir", sys::mkdir("shared/one", 0750));
  report("mode", FileMode{setup::stat("shared/one").st_mode});
  report("mkdirat", sys::mkdirat(AT_FDCWD, "shared/two", 0705));
  report("mode", FileMode{setup::stat("shared/two").st_mode});
  setup::write_file("shared/file", "");
  report("set-group-id bit of a file", Octal{setup::stat("shared/file").st_mode & S_ISGID});
}
