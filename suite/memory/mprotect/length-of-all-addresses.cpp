// A length that no range of addresses has is refused, however far it could be served: the largest number, and the
// largest of whole pages.
// Covers: mprotect ENOMEM
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(4096);
  bytes[0] = 'm';
  // What it is already, so that nothing is harmed where it is done as far as that goes.
  constexpr int prot = PROT_READ | PROT_WRITE;
  report("mprotect of the largest number", sys::mprotect(bytes, ~size_t{0}, prot));
  report("mprotect of the largest number of whole pages", sys::mprotect(bytes, ~size_t{4095}, prot));
  report("byte", Text(bytes, 1));
}
