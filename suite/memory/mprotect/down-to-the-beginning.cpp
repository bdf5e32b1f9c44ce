// With PROT_GROWSDOWN the protection of a mapping that grows downwards changes down to its
// beginning, and not behind the range.
// Covers: mprotect PROT_GROWSDOWN
// Covers: mmap MAP_GROWSDOWN
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "p");
  Result mapped =
      sys::mmap(nullptr, 4 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN, -1, 0);
  report("mmap", mapped);
  uint8_t *bytes = mapped.pointer();
  __builtin_memset(bytes, 'g', 4 * 4096);
  report("reads into the pages", memory::reads_into(probe, bytes, 4));
  report("mprotect of the third page", sys::mprotect(bytes + 2 * 4096, 4096, PROT_READ | PROT_GROWSDOWN));
  report("reads into the pages", memory::reads_into(probe, bytes, 4));
  report("writes from the pages", memory::writes_from(probe, bytes, 4));
  report("first bytes", Text(bytes, 2));
}
