// MREMAP_FIXED moves a mapping, or a part of one, to the address given, in place of what
// was there. The mapping may grow or shrink on the way.
// Covers: mremap MREMAP_FIXED
#include "wali/test.h"

void test() {
  constexpr int flags = MREMAP_MAYMOVE | MREMAP_FIXED;
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  uint8_t *from = setup::map(4 * 4096), *to = setup::map(6 * 4096);
  for (size_t page = 0; page < 4; ++page)
    __builtin_memset(from + page * 4096, static_cast<int>('a' + page), 4096);
  __builtin_memset(to, 'z', 6 * 4096);
  report("from", reinterpret_cast<uintptr_t>(from));
  report("to", reinterpret_cast<uintptr_t>(to));
  // The last byte of each page as a call sees it, `-` where there is no memory.
  auto report_pages = [&](const char *name, const uint8_t *bytes, size_t pages) {
    setup::write_file("file", "------");
    for (size_t page = 0; page < pages; ++page)
      sys::pwrite64(file, bytes + page * 4096 + 4095, 1, static_cast<int64_t>(page));
    report(name, setup::read_file("file").part(0, pages));
  };
  report("two pages from the middle", sys::mremap(from + 4096, 8192, 8192, flags, to + 4096));
  report_pages("old place", from, 4);
  report_pages("new place", to, 6);
  report("a page that grows to two", sys::mremap(from, 4096, 8192, flags, to + 3 * 4096));
  report_pages("old place", from, 4);
  report_pages("new place", to, 6);
  report("three pages that shrink to one", sys::mremap(to + 4096, 12288, 4096, flags, from));
  report_pages("old place", to, 6);
  report_pages("new place", from, 4);
}
