// From each origin lseek sets the position that the next read starts from, backwards and
// beyond the end too.
// Covers: lseek SEEK_SET, SEEK_CUR, SEEK_END
#include "wali/test.h"

namespace {
Text next_byte(int file) {
  static char byte;
  byte = '?';
  sys::read(file, &byte, 1);
  return {&byte, 1};
}
} // namespace

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  report("SEEK_SET 7", sys::lseek(file, 7, SEEK_SET));
  report("byte there", next_byte(file));
  report("SEEK_CUR -5", sys::lseek(file, -5, SEEK_CUR));
  report("byte there", next_byte(file));
  report("SEEK_CUR 2", sys::lseek(file, 2, SEEK_CUR));
  report("byte there", next_byte(file));
  report("SEEK_END -4", sys::lseek(file, -4, SEEK_END));
  report("byte there", next_byte(file));
  report("SEEK_END 90", sys::lseek(file, 90, SEEK_END));
  report("byte there", next_byte(file));
  report("size", setup::file_size("file"));
}
