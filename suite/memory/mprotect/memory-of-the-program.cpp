// The protection of a program's own data can be changed too, and changed back.
// Covers: mprotect memory that was not mapped
#include "suite/memory/mappings.h"

void test() {
  alignas(4096) static uint8_t own[3 * 4096];
  __builtin_memset(own, 'o', sizeof(own));
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "p");
  report("to read", sys::mprotect(own + 4096, 4096, PROT_READ));
  report("reads into the pages", memory::reads_into(probe, own, 3));
  report("no access", sys::mprotect(own + 4096, 4096, PROT_NONE));
  report("writes from the pages", memory::writes_from(probe, own, 3));
  report("back", sys::mprotect(own + 4096, 4096, PROT_READ | PROT_WRITE));
  report("reads into the pages", memory::reads_into(probe, own, 3));
  report("second page", Text(own + 4096, 2));
}
