// F_GETOWN gives the process that F_SETOWN named, a group as a negative number, and 0 if there is none. Ids that do
// not exist are refused.
// Covers: fcntl F_SETOWN, F_GETOWN, ESRCH, EINVAL
#include "wali/test.h"

namespace {

// Sets the owner of `fd` and shows who is it then.
void show(int fd, const char *name, uint32_t owner) {
  report(label("F_SETOWN: ", name), sys::fcntl(fd, F_SETOWN, owner));
  report("F_GETOWN", sys::fcntl(fd, F_GETOWN, 0).value); // a group's number is below 0, and no error
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  setup::in_child([&] {
    setup::require_zero("setpgid", sys::setpgid(0, 0));
    const int pid = setup::require_pid("getpid", sys::getpid());
    report("leader of a group", pid);
    report("F_GETOWN at first", sys::fcntl(pipe.read, F_GETOWN, 0));
    show(pipe.read, "process", static_cast<uint32_t>(pid));
    show(pipe.read, "group", static_cast<uint32_t>(-pid));
    show(pipe.read, "unknown process", 0x3fffffff);
    show(pipe.read, "smallest number", 0x80000000);
    show(pipe.read, "0", 0);
  });
}
