// The files of a process in /proc belong to its user while it is dumpable, and to root while it
// is not. execve makes the process dumpable again.
// Covers: prctl PR_SET_DUMPABLE, execve
// Covers: execve dumpable
// REQUIRES: user
#include "wali/test.h"

void test() {
  report("getuid", sys::getuid());
  report("owner", setup::stat("/proc/self/status").st_uid);
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"stat", "-L", "-c", "%u", "/proc/self/status", nullptr};
    setup::require_zero("prctl", sys::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
    blocked("execve", sys::execve("/usr/bin/stat", argv, nullptr));
  });
  pipe.write.reset();
  report("owner after execve", setup::read_all(pipe.read));
  report("child", child.wait());
  report("PR_SET_DUMPABLE of 0", sys::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
  report("owner", setup::stat("/proc/self/status").st_uid);
  report("PR_SET_DUMPABLE of 1", sys::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
  report("owner", setup::stat("/proc/self/status").st_uid);
}
