// mmap refuses an offset within a page, and with MAP_FIXED an address within a page. What was
// mapped there stays.
// Covers: mmap EINVAL, MAP_FIXED, MAP_FIXED_NOREPLACE
#include "wali/test.h"

void test() {
  constexpr int prot = PROT_READ | PROT_WRITE, anonymous = MAP_PRIVATE | MAP_ANONYMOUS;
  uint8_t *pages = setup::map(2 * 4096);
  pages[0] = pages[8191] = 'p';
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  report("offset 1", sys::mmap(nullptr, 4096, prot, MAP_PRIVATE, file, 1));
  report("offset 2048", sys::mmap(nullptr, 4096, prot, MAP_PRIVATE, file, 2048));
  report("offset 4 GiB + 512", sys::mmap(nullptr, 4096, prot, MAP_PRIVATE, file, (int64_t{1} << 32) + 512));
  report("offset 1, anonymous", sys::mmap(nullptr, 4096, prot, anonymous, -1, 1));
  report("MAP_FIXED, address + 1", sys::mmap(pages + 1, 4096, prot, anonymous | MAP_FIXED, -1, 0));
  report("MAP_FIXED_NOREPLACE, address + 2048",
         sys::mmap(pages + 2048, 4096, prot, anonymous | MAP_FIXED_NOREPLACE, -1, 0));
  report("first byte", Text(pages, 1));
  report("last byte", Text(pages + 8191, 1));
}
