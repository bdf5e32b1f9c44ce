// With RLIMIT_AS below what is in use no address space is added: mmap and mremap give ENOMEM.
// What there is stays, and the former limit lets both go on.
// Covers: setrlimit RLIMIT_AS
// Covers: mmap ENOMEM
// Covers: mremap ENOMEM
#include "wali/test.h"

namespace {

Result map() { return sys::mmap(nullptr, 65536, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }

} // namespace

void test() {
  uint8_t *page = setup::map(4096), *kept = setup::map(4096);
  rlimit former = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_AS, &former));
  const rlimit small = {4096, former.rlim_max};
  // Nothing is printed under the limit, which may be the engine's too.
  const Result set = sys::setrlimit(RLIMIT_AS, &small);
  const Result mapped = map(), grown = sys::mremap(page, 4096, 65536, MREMAP_MAYMOVE, nullptr);
  kept[4095] = 'x';
  const Result restored = sys::setrlimit(RLIMIT_AS, &former);
  report("setrlimit to 4096", set);
  report("mmap", mapped);
  report("mremap", grown);
  report("last byte of another page", Text(kept + 4095, 1));
  report("setrlimit to the former", restored);
  uint8_t *again = setup::require_address("mmap", map(), 65536);
  report("munmap of the next mmap", sys::munmap(again, 65536));
}
