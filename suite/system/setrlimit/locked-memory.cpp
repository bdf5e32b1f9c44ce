// RLIMIT_MEMLOCK limits how much memory a process without privilege has locked at a time.
// Covers: setrlimit RLIMIT_MEMLOCK
// REQUIRES: ns-root || user
#include "wali/test.h"

namespace {

Result lock(size_t size) {
  return sys::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0);
}

void set(uint64_t soft) {
  const rlimit limits = {soft, 8192};
  report(label("setrlimit to ", soft), sys::setrlimit(RLIMIT_MEMLOCK, &limits));
}

} // namespace

void test() {
  set(4096);
  report("two pages", lock(8192));
  uint8_t *page = setup::require_address("mmap", lock(4096), 4096);
  set(8192);
  uint8_t *another = setup::require_address("mmap", lock(4096), 4096);
  report("one more page", lock(4096));
  report("munmap", sys::munmap(page, 4096));
  report("munmap", sys::munmap(another, 4096));
}
