// After chroot to an empty directory no procfs shows what is open. Even then no thread can use the memory file that
// another thread opens through a directory descriptor.
// Covers: proc-mem race, chroot, openat
// REQUIRES: root || ns-root
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  const int rounds = setup::rounds(3000); // while the environment can be read
  Fd process = setup::open("/proc/self", O_RDONLY | O_DIRECTORY);
  setup::mkdir("empty");
  setup::require_zero("chroot", sys::chroot("empty"));
  containment::Thieves thieves;
  containment::snatch(process, "mem", rounds);
  report("descriptors of a memory", thieves.join());
}
