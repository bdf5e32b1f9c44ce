// MAP_FIXED puts the mapping exactly there, in place of what was there before,
// page by page, and leaves the neighbours alone.
// Covers: mmap MAP_FIXED
#include "wali/test.h"

void test() {
  constexpr int prot = PROT_READ | PROT_WRITE;
  uint8_t *bytes = setup::map(6 * 4096);
  __builtin_memset(bytes, 0x77, 6 * 4096);
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "from the file");
  Result middle = sys::mmap(bytes + 4096, 5000, prot, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  report("address against the one given", compared(middle.pointer(), bytes + 4096));
  Result of_file = sys::mmap(bytes + 4 * 4096, 4096, prot, MAP_SHARED | MAP_FIXED, file, 0);
  report("address against the one given", compared(of_file.pointer(), bytes + 4 * 4096));
  for (size_t page = 0; page < 6; ++page)
    report(label("page ", page),
           label(Quoted{Text(bytes + page * 4096, 4)}, " ", Quoted{Text(bytes + page * 4096 + 4092, 4)}));
  bytes[4 * 4096] = 'F';
  report("file", setup::read_file("file"));
  Result over_both = sys::mmap(bytes + 2 * 4096, 3 * 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  report("address against the one given", compared(over_both.pointer(), bytes + 2 * 4096));
  for (size_t page = 0; page < 6; ++page)
    report(label("page ", page), Text(bytes + page * 4096, 4));
  report("file", setup::read_file("file"));
}
