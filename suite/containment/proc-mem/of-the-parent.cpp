// A child cannot reach the host's memory in its parent through the parent's memory file, nor its
// own through a name or directory that it inherited.
// Covers: proc-mem fork, parent
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  containment::host_addresses();
  Line path = label("/proc/", sys::getpid().pid(), "/mem");
  Fd directory = setup::open("/proc/self", O_RDONLY | O_DIRECTORY);
  auto &reached = setup::shared<int64_t[3]>();
  Child child = setup::fork([&] {
    reached[0] = containment::reach(path.c_str());
    reached[1] = containment::reach_at(directory, "mem");
    reached[2] = containment::reach("/proc/self/mem");
  });
  report("child", child.wait());
  report("parent's by name, bytes reached", reached[0]);
  report("parent's by an inherited directory, bytes reached", reached[1]);
  report("its own, bytes reached", reached[2]);
}
