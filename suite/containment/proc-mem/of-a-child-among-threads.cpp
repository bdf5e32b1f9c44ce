// No thread can use a child's memory file that another thread opens.
// Covers: proc-mem race, child
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  Pipe hold = setup::pipe();
  Child child = setup::fork([&] {
    char byte;
    hold.write.reset();
    sys::read(hold.read, &byte, 1);
  });
  Fd directory = setup::open(label("/proc/", child.pid()).c_str(), O_RDONLY | O_DIRECTORY);
  Line path = label("/proc/", child.pid(), "/mem");
  containment::Thieves thieves;
  containment::snatch(AT_FDCWD, path.c_str(), setup::rounds(1500));
  containment::snatch(directory, "mem", setup::rounds(1500));
  report("descriptors of a memory", thieves.join());
  hold.write.reset();
  report("child", child.wait());
}
