// A result has 64 bits, and an error is one only with all of them: a position whose low half looks
// like an error, or like a negative number, is a position.
// Covers: values results of 64 bits
// Covers: lseek result
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  for (int64_t offset : {int64_t{0x7fffffff}, int64_t{0x80000000}, int64_t{0xfffff001}, int64_t{0xfffffff7},
                         int64_t{0xffffffff}, int64_t{0x100000000}, int64_t{0x1fffffff7}, int64_t{0x4fffffffff7}}) {
    report(label("SEEK_SET to ", Hex{static_cast<uint64_t>(offset)}), sys::lseek(file, offset, SEEK_SET));
    report("SEEK_CUR", sys::lseek(file, 0, SEEK_CUR));
  }
  report("before the beginning", sys::lseek(file, -1, SEEK_SET));
}
