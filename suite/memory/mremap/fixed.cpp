// MREMAP_FIXED moves a mapping, or a part of one, to the address given, in place
// of what was there, and grows or shrinks it on the way.
// Covers: mremap MREMAP_FIXED
#include "wali/test.h"

void test() {
  constexpr int flags = MREMAP_MAYMOVE | MREMAP_FIXED;
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  uint8_t *from = setup::map(4 * 4096), *to = setup::map(6 * 4096);
  for (size_t page = 0; page < 4; ++page)
    __builtin_memset(from + page * 4096, static_cast<int>('a' + page), 4096);
  __builtin_memset(to, 'z', 6 * 4096);
  auto report_pages = [&](const char *name, const uint8_t *bytes, size_t pages) {
    Line line;
    for (size_t page = 0; page < pages; ++page) {
      uint8_t byte = '-';
      if (sys::pwrite64(file, bytes + page * 4096 + 4095, 1, 0).value == 1)
        byte = bytes[page * 4096] ? bytes[page * 4096] : '0';
      line << Text(&byte, 1);
    }
    report(name, line);
  };
  report("two pages from the middle",
         compared(sys::mremap(from + 4096, 8192, 8192, flags, to + 4096).pointer(), to + 4096));
  report_pages("old place", from, 4);
  report_pages("new place", to, 6);
  report("a page that grows to two",
         compared(sys::mremap(from, 4096, 8192, flags, to + 3 * 4096).pointer(), to + 3 * 4096));
  report_pages("old place", from, 4);
  report_pages("new place", to, 6);
  report("three pages that shrink to one", compared(sys::mremap(to + 4096, 12288, 4096, flags, from).pointer(), from));
  report_pages("old place", to, 6);
  report_pages("new place", from, 4);
}
