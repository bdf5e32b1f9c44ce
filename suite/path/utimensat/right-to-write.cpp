// With the right to write another user's file both its times can be set to the present,
// through a read-only descriptor too, and to nothing else.
// Covers: utimensat NULL times, UTIME_NOW, EPERM, EACCES, right to write
// REQUIRES: root
#include "wali/test.h"

void test() {
  const timespec old[2] = {{1, 1}, {2, 2}}, now[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}},
                 one[2] = {{0, UTIME_OMIT}, {0, UTIME_NOW}};
  for (const char *name : {"by-no-times", "by-now", "by-descriptor", "readable"}) {
    setup::write_file(name, "");
    setup::chmod(name, 0666);
    setup::set_times(name, old);
  }
  setup::chmod("readable", 0644);
  setup::in_child([&] {
    setup::become_ordinary();
    Fd file = setup::open("by-descriptor", O_RDONLY);
    report("given", sys::utimensat(AT_FDCWD, "by-now", old, 0));
    report("one of them now", sys::utimensat(AT_FDCWD, "by-now", one, 0));
    report("no times", sys::utimensat(AT_FDCWD, "by-no-times", nullptr, 0));
    report("both now", sys::utimensat(AT_FDCWD, "by-now", now, 0));
    report("no times, by a read-only descriptor", sys::utimensat(file, nullptr, nullptr, 0));
    report("both now, of a file that may only be read", sys::utimensat(AT_FDCWD, "readable", now, 0));
  });
  for (const char *name : {"by-no-times", "by-now", "by-descriptor", "readable"})
    report(label("seconds that st_mtim moved on, ", name), setup::stat(name).st_mtim.tv_sec - 2);
}
