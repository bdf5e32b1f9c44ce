// The owner sets a file's times without the right to write it, to the present and to others, and so does a process with
// privileges to another user's file.
// Covers: utime NULL, owner, CAP_FOWNER
// REQUIRES: root
#include "wali/test.h"

void test() {
  const utimbuf old = {1, 2};
  const auto attempt = [&](const char *who) {
    report(label(who, ": times"), sys::utime("file", &old));
    report("st_mtim", setup::stat("file").st_mtim);
    report(label(who, ": the present"), sys::utime("file", nullptr));
    report("seconds of st_mtim, compared with those", compared(setup::stat("file").st_mtim.tv_sec, int64_t{2}));
  };
  setup::chmod(".", 0755);
  setup::write_file("file", "");
  setup::chmod("file", 0444);
  setup::chown("file", 1000, 1000);
  attempt("root");
  setup::in_child([&] {
    setup::become_ordinary();
    report("the owner: open for writing", sys::open("file", O_WRONLY, 0));
    attempt("the owner");
  });
}
