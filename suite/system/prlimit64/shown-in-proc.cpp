// /proc shows a process's limits as prlimit64 set them, to another process too.
// Covers: prlimit64 /proc/PID/limits
#include "wali/test.h"

void test() {
  const rlimit limits = {12345, 67890};
  report("prlimit64", sys::prlimit64(0, RLIMIT_FSIZE, &limits, nullptr));
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"sh", "-c",
                                "while read -r max file size soft hard unit; do"
                                " [ \"$max $file $size\" = 'Max file size' ] && echo $soft $hard $unit;"
                                " done </proc/$PPID/limits",
                                nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, nullptr));
  });
  pipe.write.reset();
  report("line of the parent", setup::read_all(pipe.read));
}
