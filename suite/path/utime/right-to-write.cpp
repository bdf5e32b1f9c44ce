// Who may write another's file may set its times to the present, and to nothing else.
// Covers: utime NULL, EPERM, EACCES, right to write
// REQUIRES: root
#include "wali/test.h"

void test() {
  struct Seen {
    Result times, no_times, readable;
  };
  Seen &seen = setup::shared<Seen>();
  const utimbuf old = {1, 2};
  for (const char *name : {"writable", "readable"}) {
    setup::write_file(name, "");
    setup::require_zero("utime", sys::utime(name, &old));
  }
  setup::chmod("writable", 0622);
  setup::chmod("readable", 0644);
  Child child = setup::fork([&] {
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    seen.times = sys::utime("writable", &old);
    seen.no_times = sys::utime("writable", nullptr);
    seen.readable = sys::utime("readable", nullptr);
  });
  report("child", child.wait());
  report("times", seen.times);
  report("no times", seen.no_times);
  report("no times, of a file that may only be read", seen.readable);
  for (const char *name : {"writable", "readable"})
    report(label("st_mtim against the old, ", name), compared(setup::stat(name).st_mtim.tv_sec, old.modtime));
}
