// An address without MAP_FIXED is a hint: what is mapped there stays, and the new
// mapping begins at a page, wherever that is.
// Covers: mmap hint
#include "wali/test.h"

void test() {
  uint8_t *taken = setup::map(3 * 4096);
  __builtin_memset(taken, 0x55, 3 * 4096);
  for (size_t offset : {size_t{0}, size_t{4096}, size_t{4097}, size_t{12287}}) {
    Result result = sys::mmap(taken + offset, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    report(label("hint at ", offset, ", address modulo 4096"), result.value % 4096);
    __builtin_memset(result.pointer(), 0x11, 8192);
  }
  size_t changed = 0;
  for (size_t i = 0; i < 3 * 4096; ++i)
    changed += taken[i] != 0x55;
  report("bytes changed where the hint was", changed);
  Result result = sys::mmap(setup::bad_address(), 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  report("hint outside of memory, address modulo 4096", result.value % 4096);
  report("byte there", *result.pointer());
}
