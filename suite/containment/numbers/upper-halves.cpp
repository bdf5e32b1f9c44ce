// Only the low 32 bits of an address in a wide argument count. With the upper bits of a host address it is still the
// guest's address.
// Covers: numbers prctl, PR_SET_NAME, PR_GET_NAME
// Oracle: ABI.md, Pointers
#include "wali/test.h"

void test() {
  const char name[16] = "fifteen-letters";
  char got[16] = {};
  const uint64_t above = uint64_t{0x7fff} << 32;
  report("PR_SET_NAME", sys::prctl(PR_SET_NAME, above | reinterpret_cast<uintptr_t>(name), 0, 0, 0));
  report("PR_GET_NAME", sys::prctl(PR_GET_NAME, above | reinterpret_cast<uintptr_t>(got), 0, 0, 0));
  report("name", got);
}
