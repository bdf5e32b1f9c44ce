// The files of a process in /proc belong to its user while it is dumpable, and not while it is
// not: it may not write to them then. execve makes the process dumpable again.
// Covers: prctl PR_SET_DUMPABLE, execve
// Covers: execve dumpable
// REQUIRES: user
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"stat", "-L", "-c", "%u", "/proc/self/comm", nullptr};
    setup::require_zero("prctl", sys::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
    blocked("execve", sys::execve("/usr/bin/stat", argv, nullptr));
  });
  pipe.write.reset();
  report("getuid", sys::getuid());
  report("owner after execve", setup::read_all(pipe.read));
  report("child", child.wait());
  report("owner", setup::stat("/proc/self/comm").st_uid);
  report("PR_SET_DUMPABLE of 0", sys::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
  report("open for writing", sys::open("/proc/self/comm", O_WRONLY, 0));
  report("PR_SET_DUMPABLE of 1", sys::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
  report("open for writing", sys::open("/proc/self/comm", O_WRONLY, 0));
}
