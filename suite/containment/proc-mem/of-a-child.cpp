// A parent cannot reach the host's memory in its child through the child's memory file.
// Covers: proc-mem fork, child
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  Pipe hold = setup::pipe();
  Child child = setup::fork([&] {
    char byte;
    hold.write.reset();
    sys::read(hold.read, &byte, 1);
    return 5;
  });
  Fd directory = setup::open(label("/proc/", child.pid()).c_str(), O_RDONLY | O_DIRECTORY);
  report("by name, bytes reached", containment::reach(label("/proc/", child.pid(), "/mem").c_str()));
  report("by task, bytes reached",
         containment::reach(label("/proc/", child.pid(), "/task/", child.pid(), "/mem").c_str()));
  report("by directory, bytes reached", containment::reach_at(directory, "mem"));
  hold.write.reset();
  report("child", child.wait());
}
