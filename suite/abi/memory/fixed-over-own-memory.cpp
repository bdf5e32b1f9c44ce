// MAP_FIXED is honoured where the program's own memory lies, and replaces it
// there; the neighbours stay.
// Covers: memory MAP_FIXED
// Covers: mmap MAP_FIXED
#include "wali/test.h"

void test() {
  alignas(4096) static uint8_t own[4 * 4096];
  __builtin_memset(own, 'o', sizeof(own));
  setup::write_file("file", "file");
  Fd file = setup::open("file", O_RDWR);
  volatile uint8_t *seen = own;
  Result result = sys::mmap(own + 4096, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  report("address against the one given", compared(result.pointer(), own + 4096));
  result = sys::mmap(own + 8192, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file, 0);
  report("address against the one given", compared(result.pointer(), own + 8192));
  for (size_t page = 0; page < 4; ++page)
    report(label("page ", page), label(seen[page * 4096], " ", seen[page * 4096 + 4095]));
  seen[8192] = 'F';
  report("file", setup::read_file("file"));
}
