// A process with CAP_FOWNER opens another user's file with O_NOATIME, and one without it does not.
// Covers: open O_NOATIME, CAP_FOWNER
// Covers: openat O_NOATIME, CAP_FOWNER
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::chown("file", 70001, 70001);
  setup::chmod("file", 0644);
  setup::chmod(".", 0755);
  const auto attempt = [](const char *who) {
    report(label(who, ": open"), sys::open("file", O_RDONLY | O_NOATIME, 0));
    report(label(who, ": openat"), sys::openat(AT_FDCWD, "file", O_RDONLY | O_NOATIME, 0));
    report(label(who, ": openat without the flag"), sys::openat(AT_FDCWD, "file", O_RDONLY, 0));
  };
  attempt("root");
  setup::in_child([&] {
    setup::become_ordinary();
    attempt("user");
  });
}
