// One call changes the protection from within one mapping to within another that a second call of
// mmap made beside it. The rest of both stays as it was.
// Covers: mprotect several mappings
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "p");
  uint8_t *bytes = setup::map(4 * 4096);
  setup::require_zero("munmap", sys::munmap(bytes, 4 * 4096));
  auto map = [&](size_t page, int kind) {
    setup::require_address(
        "mmap",
        sys::mmap(bytes + page * 4096, 2 * 4096, PROT_READ | PROT_WRITE, kind | MAP_ANONYMOUS | MAP_FIXED, -1, 0),
        2 * 4096);
  };
  map(0, MAP_SHARED);
  map(2, MAP_PRIVATE);
  report("to read", sys::mprotect(bytes + 4096, 2 * 4096, PROT_READ));
  report("reads into the pages", memory::reads_into(probe, bytes, 4));
  report("no access", sys::mprotect(bytes + 4096, 2 * 4096, PROT_NONE));
  report("writes from the pages", memory::writes_from(probe, bytes, 4));
}
