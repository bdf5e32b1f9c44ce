// A file can be mapped from any offset behind its end on, where calls get EFAULT, as long as the
// mapping ends before offset 2^63 - 1.
// Covers: mmap offset, end of file, EOVERFLOW
#include "wali/test.h"

void test() {
  constexpr int64_t largest = INT64_MAX;
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR), probe = setup::open("probe", O_RDWR | O_CREAT);
  for (int64_t offset : {int64_t{40960}, largest - 8191}) {
    const Result mapped = sys::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, offset);
    report(label("offset ", offset), mapped);
    report("write from it", sys::pwrite64(probe, mapped.pointer(), 1, 0));
  }
  report("offset 2^63 - 4096", sys::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, largest - 4095));
  report("offset -2^63", sys::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, -largest - 1));
}
