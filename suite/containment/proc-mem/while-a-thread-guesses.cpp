// A thread uses the descriptors that other threads are about to get, while another one opens the
// memory file through a changing link. It does not reach the host's memory.
// Covers: proc-mem race
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

int stop;
int64_t reached;

void guess(void *) {
  while (!__atomic_load_n(&stop, __ATOMIC_RELAXED))
    for (int fd = 3; fd < 6; ++fd) {
      uint8_t bytes[4];
      // Only memory answers EIO for an address where nothing is.
      reached += sys::pread64(fd, bytes, sizeof(bytes), 0x7ffffffff000).value == -5;
    }
}

void swap(void *) {
  while (!__atomic_load_n(&stop, __ATOMIC_RELAXED))
    sys::renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_EXCHANGE);
}

} // namespace

void test() {
  setup::symlink("/proc/self/mem", "a");
  setup::symlink("/proc/self/maps", "b");
  {
    Thread guessing(guess), swapping(swap);
    for (int i = setup::rounds(3000); i > 0; --i) {
      sys::close(sys::openat(AT_FDCWD, "/proc/self/mem", O_RDWR, 0).fd());
      sys::close(sys::openat(AT_FDCWD, "a", O_RDONLY, 0).fd());
    }
    __atomic_store_n(&stop, 1, __ATOMIC_RELAXED);
  }
  report("reads that memory answered", reached);
}
