// Who may write another's file may set its times to the present, both at once, and to
// nothing else; that he has it open for writing is not asked.
// Covers: utimensat NULL times, UTIME_NOW, EPERM, EACCES, right to write
// REQUIRES: root
#include "wali/test.h"

void test() {
  struct Seen {
    Result given, one, no_times, now, descriptor, readable;
  };
  Seen &seen = setup::shared<Seen>();
  const timespec old[2] = {{1, 1}, {2, 2}}, now[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}},
                 one[2] = {{0, UTIME_OMIT}, {0, UTIME_NOW}};
  for (const char *name : {"by-no-times", "by-now", "by-descriptor", "readable"}) {
    setup::write_file(name, "");
    setup::chmod(name, 0666);
    setup::set_times(name, old);
  }
  setup::chmod("readable", 0644);
  Child child = setup::fork([&] {
    setup::become_ordinary();
    Fd file = setup::open("by-descriptor", O_RDONLY);
    seen.given = sys::utimensat(AT_FDCWD, "by-now", old, 0);
    seen.one = sys::utimensat(AT_FDCWD, "by-now", one, 0);
    seen.no_times = sys::utimensat(AT_FDCWD, "by-no-times", nullptr, 0);
    seen.now = sys::utimensat(AT_FDCWD, "by-now", now, 0);
    seen.descriptor = sys::utimensat(file, nullptr, nullptr, 0);
    seen.readable = sys::utimensat(AT_FDCWD, "readable", now, 0);
  });
  report("child", child.wait());
  report("given", seen.given);
  report("one of them now", seen.one);
  report("no times", seen.no_times);
  report("both now", seen.now);
  report("no times, by a read-only descriptor", seen.descriptor);
  report("both now, of a file that may only be read", seen.readable);
  for (const char *name : {"by-no-times", "by-now", "by-descriptor", "readable"})
    report(label("st_mtim against the old, ", name), compared(setup::stat(name).st_mtim.tv_sec, int64_t{2}));
}
