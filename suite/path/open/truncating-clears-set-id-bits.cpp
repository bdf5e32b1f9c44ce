// O_TRUNC by an ordinary user clears a file's set-user-id bit, and its set-group-id bit if the group may execute it.
// Opening for writing alone clears nothing.
// Covers: open O_TRUNC, S_ISUID, S_ISGID
// Covers: openat O_TRUNC, S_ISUID, S_ISGID
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  const auto report_opened = [](const char *name, Result opened) {
    report(name, sys::close(opened.fd()));
    report("mode", FileMode{setup::stat("file").st_mode});
  };
  setup::chmod("file", 06755);
  report_opened("open for writing", sys::open("file", O_WRONLY, 0));
  report_opened("open, O_TRUNC", sys::open("file", O_WRONLY | O_TRUNC, 0));
  setup::chmod("file", 06745);
  report_opened("open, O_TRUNC, where the group may not run it", sys::open("file", O_WRONLY | O_TRUNC, 0));
  setup::chmod("file", 06711);
  report_opened("openat, O_TRUNC", sys::openat(AT_FDCWD, "file", O_RDWR | O_TRUNC, 0));
}
