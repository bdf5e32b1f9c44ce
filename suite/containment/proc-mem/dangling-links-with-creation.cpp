// The target of a link appears and disappears, and when it is there it is the memory file. No
// thread can use the memory file while another one opens the link with O_CREAT.
// Covers: proc-mem race, O_CREAT, symbolic link
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

int stop;

void come_and_go(void *) {
  while (!__atomic_load_n(&stop, __ATOMIC_RELAXED)) {
    sys::rename("place", "aside");
    sys::rename("aside", "place");
  }
}

} // namespace

void test() {
  setup::symlink("/proc/self/mem", "place");
  setup::symlink("place", "link");
  containment::Thieves thieves;
  Thread moving(come_and_go);
  for (int i = setup::rounds(3000); i > 0; --i)
    for (int flags : {O_RDWR | O_CREAT, O_RDWR | O_CREAT | O_CLOEXEC, O_WRONLY | O_CREAT | O_TRUNC})
      sys::close(sys::openat(AT_FDCWD, "link", flags, 0600).fd());
  __atomic_store_n(&stop, 1, __ATOMIC_RELAXED);
  report("descriptors of a memory", thieves.join());
}
