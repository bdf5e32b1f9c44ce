// A child that has ended is a zombie, which /proc still lists, until it is waited for.
// Covers: wait4 zombie
#include "suite/process/sigchld.h"

namespace {

// The letter for the state in a process's status.
Text state(Text status) {
  const Text field = "State:\t";
  size_t begin = 0;
  while (begin < status.size && !(status.part(begin, field.size) == field))
    ++begin;
  return status.part(begin + field.size, 1);
}

} // namespace

void test() {
  keep_sigchld();
  const int pid = setup::fork([] {}).release();
  await_sigchld();
  Line path = label("/proc/", pid, "/status");
  report("state", state(setup::read_file(path.c_str())));
  report("fork", pid);
  report("wait4", sys::wait4(pid, nullptr, 0, nullptr));
  report("open of its status in /proc", sys::open(path.c_str(), O_RDONLY, 0));
}
