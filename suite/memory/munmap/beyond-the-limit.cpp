// munmap succeeds where the process has more address space than RLIMIT_AS allows, and the next mapping
// of the place begins with zeros.
// Covers: munmap RLIMIT_AS
#include "wali/test.h"

void test() {
  uint8_t *pages = setup::map(2 * 4096);
  pages[0] = 'x';
  rlimit former = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_AS, &former));
  const rlimit small = {4096, former.rlim_max};
  // Nothing is printed under the limit, which may be the engine's too.
  setup::require_zero("setrlimit", sys::setrlimit(RLIMIT_AS, &small));
  const Result unmapped = sys::munmap(pages, 4096), read = sys::chdir(reinterpret_cast<char *>(pages));
  setup::require_zero("setrlimit", sys::setrlimit(RLIMIT_AS, &former));
  report("munmap", unmapped);
  report("chdir with a path there", read);
  setup::require_address("mmap", sys::mmap(pages, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0),
                         4096);
  report("first byte of the next mapping", pages[0]);
}
