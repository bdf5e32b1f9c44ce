// F_GETOWN gives the process that F_SETOWN named, a group as its negative, and 0
// where there is none; ids that nobody has are refused.
// Covers: fcntl F_SETOWN, F_GETOWN, ESRCH, EINVAL
#include "wali/test.h"

void test() {
  struct Seen {
    int64_t none, process, group, unknown, after, minimum, taken_back;
    int pid;
  };
  Seen &shown = setup::shared<Seen>();
  Pipe pipe = setup::pipe();
  Child child = setup::fork([&] {
    setup::require_zero("setpgid", sys::setpgid(0, 0));
    uint32_t pid = static_cast<uint32_t>(sys::getpid().pid());
    shown.pid = static_cast<int>(pid);
    shown.none = sys::fcntl(pipe.read, F_GETOWN, 0).value;
    setup::require_zero("fcntl", sys::fcntl(pipe.read, F_SETOWN, pid));
    shown.process = sys::fcntl(pipe.read, F_GETOWN, 0).value;
    setup::require_zero("fcntl", sys::fcntl(pipe.read, F_SETOWN, -pid));
    shown.group = sys::fcntl(pipe.read, F_GETOWN, 0).value;
    shown.unknown = sys::fcntl(pipe.read, F_SETOWN, 0x3fffffff).value;
    shown.minimum = sys::fcntl(pipe.read, F_SETOWN, 0x80000000).value;
    shown.after = sys::fcntl(pipe.read, F_GETOWN, 0).value;
    setup::require_zero("fcntl", sys::fcntl(pipe.read, F_SETOWN, 0));
    shown.taken_back = sys::fcntl(pipe.read, F_GETOWN, 0).value;
  });
  report("child", child.wait());
  report("at first", shown.none);
  report("process against its id", compared(shown.process, int64_t{shown.pid}));
  report("group against its negative", compared(shown.group, -int64_t{shown.pid}));
  report("F_SETOWN of an unknown id", Result{shown.unknown});
  report("F_SETOWN of the smallest number", Result{shown.minimum});
  report("group then against its negative", compared(shown.after, -int64_t{shown.pid}));
  report("after F_SETOWN 0", shown.taken_back);
}
