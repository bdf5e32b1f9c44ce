// A thread sends a descriptor away at the moment at which another thread opens the memory file
// under that number. It sends no memory file, whatever the flags.
// Covers: proc-mem race, SCM_RIGHTS, O_NOFOLLOW, O_CREAT
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  setup::symlink("/proc/self/mem", "link");
  containment::Thieves thieves;
  for (int i = setup::rounds(600); i > 0; --i) {
    for (int times = 20; times > 0; --times)
      sys::close(sys::openat(AT_FDCWD, "/proc/self/mem", O_RDWR | O_NOFOLLOW, 0).fd());
    for (int flags : {O_RDWR, O_RDWR | O_CREAT, O_WRONLY | O_TRUNC, O_RDONLY | O_APPEND})
      sys::close(sys::openat(AT_FDCWD, "/proc/self/mem", flags, 0600).fd());
    sys::close(sys::open("link", O_RDWR | O_CREAT, 0600).fd());
  }
  report("descriptors of a memory", thieves.join());
}
