// With the right to write another user's file, its times can be set to the present, and to
// nothing else.
// Covers: utime NULL, EPERM, EACCES, right to write
// REQUIRES: root
#include "wali/test.h"

void test() {
  const utimbuf old = {1, 2};
  for (const char *name : {"writable", "readable"}) {
    setup::write_file(name, "");
    setup::require_zero("utime", sys::utime(name, &old));
  }
  setup::chmod("writable", 0622);
  setup::chmod("readable", 0644);
  setup::in_child([&] {
    setup::become_ordinary();
    report("times", sys::utime("writable", &old));
    report("no times", sys::utime("writable", nullptr));
    report("no times, of a file that may only be read", sys::utime("readable", nullptr));
  });
  for (const char *name : {"writable", "readable"})
    report(label("seconds that st_mtim moved on, ", name), setup::stat(name).st_mtim.tv_sec - old.modtime);
}
