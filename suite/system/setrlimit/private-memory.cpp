// With RLIMIT_DATA below what is in use no private memory is added that can be written: mmap gives
// ENOMEM, and so does mprotect. Shared memory, and private memory that can only be read, do not
// count.
// Covers: setrlimit RLIMIT_DATA
// Covers: mmap ENOMEM
// Covers: mprotect ENOMEM
#include "wali/test.h"

namespace {

Result map(int protection, int kind) { return sys::mmap(nullptr, 65536, protection, kind | MAP_ANONYMOUS, -1, 0); }

} // namespace

void test() {
  // Room in the guest's memory, which need not grow for what follows.
  constexpr size_t room = 4 * 65536;
  setup::require_zero("munmap", sys::munmap(setup::map(room), room));
  rlimit former = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_DATA, &former));
  const rlimit small = {4096, former.rlim_max};
  // Nothing is printed under the limit, which may be the engine's too.
  const Result set = sys::setrlimit(RLIMIT_DATA, &small);
  const Result written = map(PROT_READ | PROT_WRITE, MAP_PRIVATE), read = map(PROT_READ, MAP_PRIVATE);
  const Result shared = map(PROT_READ | PROT_WRITE, MAP_SHARED);
  const Result opened = sys::mprotect(read.pointer(), 65536, PROT_READ | PROT_WRITE);
  const Result restored = sys::setrlimit(RLIMIT_DATA, &former);
  report("setrlimit to 4096", set);
  report("mmap of private memory to write", written);
  report("mprotect of private memory to write", opened);
  report("setrlimit to the former", restored);
  report("munmap of private memory to read", sys::munmap(setup::require_address("mmap", read, 65536), 65536));
  report("munmap of shared memory", sys::munmap(setup::require_address("mmap", shared, 65536), 65536));
}
