// MAP_FIXED puts the mapping exactly at the address given. It replaces what was there
// before, page by page, and leaves the neighbours alone.
// Covers: mmap MAP_FIXED
#include "wali/test.h"

void test() {
  constexpr int prot = PROT_READ | PROT_WRITE;
  uint8_t *bytes = setup::map(6 * 4096);
  report("page 0", reinterpret_cast<uintptr_t>(bytes));
  __builtin_memset(bytes, 0x77, 6 * 4096);
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "from the file");
  report("mmap of 5000 bytes at page 1",
         sys::mmap(bytes + 4096, 5000, prot, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
  report("mmap of a file at page 4", sys::mmap(bytes + 4 * 4096, 4096, prot, MAP_SHARED | MAP_FIXED, file, 0));
  for (size_t page = 0; page < 6; ++page)
    report(label("page ", page),
           label(Quoted{Text(bytes + page * 4096, 4)}, " ", Quoted{Text(bytes + page * 4096 + 4092, 4)}));
  bytes[4 * 4096] = 'F';
  report("file", setup::read_file("file"));
  report("mmap over both, at page 2",
         sys::mmap(bytes + 2 * 4096, 3 * 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
  for (size_t page = 0; page < 6; ++page)
    report(label("page ", page), Text(bytes + page * 4096, 4));
  report("file", setup::read_file("file"));
}
