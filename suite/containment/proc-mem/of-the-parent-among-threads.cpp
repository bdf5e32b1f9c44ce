// While one of a child's threads opens the parent's memory file, by its name or through a directory
// that the parent had open, no other thread can use it.
// Covers: proc-mem race, parent
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  Line path = label("/proc/", sys::getpid().pid(), "/mem");
  Fd directory = setup::open("/proc/self", O_RDONLY | O_DIRECTORY);
  setup::in_child([&] {
    containment::Thieves thieves;
    containment::snatch(AT_FDCWD, path.c_str(), setup::rounds(1500));
    containment::snatch(directory, "mem", setup::rounds(1500));
    report("descriptors of a memory", thieves.join());
  });
}
