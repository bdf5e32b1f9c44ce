// The RLIMIT_MEMLOCK that a process without privilege sets for its own id decides how much memory
// mmap locks for it. What is locked stays so under a lower limit.
// Covers: prlimit64 RLIMIT_MEMLOCK
// REQUIRES: ns-root || user
#include "wali/test.h"

namespace {

Result lock(size_t pages) {
  return sys::mmap(nullptr, pages * 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0);
}

Result set(uint64_t pages) {
  const rlimit limits = {pages * 4096, 8 * 4096};
  return sys::prlimit64(sys::getpid().pid(), RLIMIT_MEMLOCK, &limits, nullptr);
}

} // namespace

void test() {
  report("prlimit64 to 3 pages", set(3));
  report("4 pages", lock(4));
  uint8_t *bytes = setup::require_address("mmap", lock(3), 3 * 4096);
  report("prlimit64 to 1 page", set(1));
  report("1 page more", lock(1));
  report("munmap of 2 pages", sys::munmap(bytes, 2 * 4096));
  report("1 page more", lock(1));
  report("munmap of the third", sys::munmap(bytes + 2 * 4096, 4096));
  report("munmap of the next", sys::munmap(setup::require_address("mmap", lock(1), 4096), 4096));
}
