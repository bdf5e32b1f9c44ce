// A child that has ended is a zombie, which /proc still lists, until it is waited for.
// Covers: wait4 zombie
#include "suite/process/sigchld.h"

void test() {
  keep_sigchld();
  const int pid = setup::fork([] {}).release();
  await_sigchld();
  Line path = label("/proc/", pid, "/status");
  Text status = setup::read_file(path.c_str());
  for (size_t i = 0; i + 8 < status.size; ++i)
    if (status.part(i, 7) == "State:\t")
      report("state", status.part(i + 7, 1));
  report("fork", pid);
  report("wait4", sys::wait4(pid, nullptr, 0, nullptr));
  report("open of its status in /proc", sys::open(path.c_str(), O_RDONLY, 0));
}
