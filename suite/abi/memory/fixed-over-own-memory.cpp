// MAP_FIXED over the program's own memory succeeds and replaces that memory. The pages beside it
// stay unchanged.
// Covers: memory MAP_FIXED
// Covers: mmap MAP_FIXED
#include "wali/test.h"

void test() {
  alignas(4096) static uint8_t own[4 * 4096];
  __builtin_memset(own, 'o', sizeof(own));
  setup::write_file("file", "file");
  Fd file = setup::open("file", O_RDWR);
  volatile uint8_t *seen = own;
  report("the program's own memory", Hex{reinterpret_cast<uintptr_t>(own)});
  auto map = [](uint8_t *address, int flags, int fd) {
    return Hex{static_cast<uint64_t>(sys::mmap(address, 4096, PROT_READ | PROT_WRITE, flags | MAP_FIXED, fd, 0).value)};
  };
  report("anonymous at page 1", map(own + 4096, MAP_PRIVATE | MAP_ANONYMOUS, -1));
  report("a file at page 2", map(own + 8192, MAP_SHARED, file));
  for (size_t page = 0; page < 4; ++page)
    report(label("page ", page), label(seen[page * 4096], " ", seen[page * 4096 + 4095]));
  seen[8192] = 'F';
  report("file", setup::read_file("file"));
}
