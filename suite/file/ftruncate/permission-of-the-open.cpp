// The access mode of the descriptor counts. A file can be truncated, written and read through it after the file's
// mode forbids that.
// Covers: ftruncate permission
// Covers: write permission
// Covers: read permission
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  setup::chmod("file", 0);
  report("open", sys::open("file", O_RDWR, 0));
  report("ftruncate", sys::ftruncate(file, 4));
  char bytes[8] = {};
  report("read", sys::read(file, bytes, sizeof(bytes)));
  report("bytes", Text(bytes, 4));
  report("write", sys::write(file, "ab", 2));
  report("size", setup::file_size("file"));
}
