// A child sends a directory of procfs and a handle (O_PATH) of the memory file over a socket.
// Neither reaches the host's memory.
// Covers: proc-mem SCM_RIGHTS
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  SocketPair pair = setup::socketpair();
  Line path = label("/proc/", sys::getpid().pid());
  Child child = setup::fork([&] {
    containment::send_descriptor(pair.first, setup::open(path.c_str(), O_RDONLY | O_DIRECTORY));
    containment::send_descriptor(pair.first, setup::open(label(path.text(), "/mem").c_str(), O_PATH));
  });
  Fd directory(containment::receive_descriptor(pair.second));
  Fd handle(containment::receive_descriptor(pair.second));
  report("child", child.wait());
  report("openat the directory, bytes reached", containment::reach_at(directory, "mem"));
  report("the handle itself, bytes reached", containment::reach_through(sys::dup(handle)));
  report("the handle opened again, bytes reached", containment::reach(label("/proc/self/fd/", int{handle}).c_str()));
}
