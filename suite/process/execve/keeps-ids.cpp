// The real and the effective ids and the groups stay across execve, and the saved ids
// become the effective ones.
// Covers: execve user ids, group ids, groups
// Covers: setresuid execve
// Covers: setresgid execve
// Covers: setgroups execve
// REQUIRES: root
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    const uint32_t groups[] = {41, 42};
    setup::require_zero("setgroups", sys::setgroups(2, groups));
    setup::require_zero("setresgid", sys::setresgid(11, 12, 13));
    setup::require_zero("setresuid", sys::setresuid(1, 2, 3));
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"grep", "-E", "^(Uid|Gid|Groups)", "/proc/self/status", nullptr};
    blocked("execve", sys::execve("/bin/grep", argv, nullptr));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}
