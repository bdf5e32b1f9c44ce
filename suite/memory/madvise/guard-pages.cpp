// MADV_GUARD_INSTALL, since Linux 6.13, empties pages and makes them unusable, in a child as well, whatever their
// protection, until MADV_GUARD_REMOVE.
// Covers: madvise MADV_GUARD_INSTALL, MADV_GUARD_REMOVE
#include "suite/memory/mappings.h"

void test() {
  constexpr int install = 102, remove = 103;
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "p");
  uint8_t *bytes = setup::map(3 * 4096);
  __builtin_memset(bytes, 'g', 3 * 4096);
  report("MADV_GUARD_INSTALL", sys::madvise(bytes + 4096, 4096, install));
  report("writes from the pages", memory::writes_from(probe, bytes, 3));
  report("mprotect", sys::mprotect(bytes, 3 * 4096, PROT_READ | PROT_WRITE));
  report("reads into the pages", memory::reads_into(probe, bytes, 3));
  setup::in_child([&] { report("in a child, writes from the pages", memory::writes_from(probe, bytes, 3)); });
  report("MADV_GUARD_REMOVE", sys::madvise(bytes, 3 * 4096, remove));
  report("writes from the pages", memory::writes_from(probe, bytes, 3));
  report("second page", Text(bytes + 4096, 2));
  report("third page", Text(bytes + 8192, 2));
}
