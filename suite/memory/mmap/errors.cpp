// mmap refuses lengths, offsets, addresses, flags and descriptors that no mapping can
// have.
// Covers: mmap EINVAL, EBADF, ENOMEM
#include "wali/test.h"

void test() {
  constexpr int prot = PROT_READ | PROT_WRITE, private_anonymous = MAP_PRIVATE | MAP_ANONYMOUS;
  uint8_t *page = setup::map(8192);
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  report("length 0", sys::mmap(nullptr, 0, prot, private_anonymous, -1, 0));
  report("no kind of mapping", sys::mmap(nullptr, 4096, prot, MAP_ANONYMOUS, -1, 0));
  report("no flag at all, file", sys::mmap(nullptr, 4096, prot, 0, file, 0));
  report("offset 1", sys::mmap(nullptr, 4096, prot, MAP_PRIVATE, file, 1));
  report("offset 2048", sys::mmap(nullptr, 4096, prot, MAP_PRIVATE, file, 2048));
  report("offset 4 GiB + 512", sys::mmap(nullptr, 4096, prot, MAP_PRIVATE, file, (int64_t{1} << 32) + 512));
  report("offset 1, anonymous", sys::mmap(nullptr, 4096, prot, private_anonymous, -1, 1));
  report("MAP_FIXED, address + 1", sys::mmap(page + 1, 4096, prot, private_anonymous | MAP_FIXED, -1, 0));
  report("MAP_FIXED_NOREPLACE, address + 2048",
         sys::mmap(page + 2048, 4096, prot, private_anonymous | MAP_FIXED_NOREPLACE, -1, 0));
  report("descriptor -1", sys::mmap(nullptr, 4096, prot, MAP_PRIVATE, -1, 0));
  report("descriptor 999", sys::mmap(nullptr, 4096, prot, MAP_SHARED, 999, 0));
  report("descriptor -1 and length 0", sys::mmap(nullptr, 0, prot, MAP_PRIVATE, -1, 0));
  report("length of all addresses", sys::mmap(nullptr, ~size_t{0}, prot, private_anonymous, -1, 0));
  report("length of all pages but one", sys::mmap(nullptr, ~size_t{8191}, prot, private_anonymous, -1, 0));
  report("MAP_FIXED, length of all pages but two",
         sys::mmap(page, ~size_t{8191}, prot, private_anonymous | MAP_FIXED, -1, 0));
  report("MAP_FIXED outside of memory",
         sys::mmap(setup::bad_address(), 4096, prot, private_anonymous | MAP_FIXED, -1, 0));
  report("the page's last byte", page[4095]);
}
