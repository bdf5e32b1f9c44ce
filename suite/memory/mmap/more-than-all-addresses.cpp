// A mapping that is larger than any address space, or would lie outside it, gives -ENOMEM. What
// was mapped at the given address stays.
// Covers: mmap ENOMEM, MAP_FIXED
#include "wali/test.h"

void test() {
  constexpr int prot = PROT_READ | PROT_WRITE, anonymous = MAP_PRIVATE | MAP_ANONYMOUS;
  uint8_t *page = setup::map(4096);
  page[0] = page[4095] = 'p';
  report("length of all addresses", sys::mmap(nullptr, ~size_t{0}, prot, anonymous, -1, 0));
  report("length of all pages but one", sys::mmap(nullptr, ~size_t{8191}, prot, anonymous, -1, 0));
  report("MAP_FIXED, length of all pages but two", sys::mmap(page, ~size_t{8191}, prot, anonymous | MAP_FIXED, -1, 0));
  report("MAP_FIXED outside of memory", sys::mmap(setup::bad_address(), 4096, prot, anonymous | MAP_FIXED, -1, 0));
  report("first byte", Text(page, 1));
  report("last byte", Text(page + 4095, 1));
}
