// Memory without a file is private or shared: MAP_SHARED_VALIDATE, the bits of both, is refused for it.
// Covers: mmap EINVAL, MAP_SHARED_VALIDATE, MAP_ANONYMOUS
#include "wali/test.h"

void test() {
  constexpr int validate = 3; // MAP_SHARED|MAP_PRIVATE
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR);
  report("without a file", sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, validate | MAP_ANONYMOUS, -1, 0));
  report("of a file", sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, validate, file, 0));
}
