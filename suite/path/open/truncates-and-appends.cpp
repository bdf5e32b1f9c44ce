// O_TRUNC empties a file at once, even with O_RDONLY, and keeps its mode. With O_APPEND each write goes to the end,
// whatever the position.
// Covers: open O_TRUNC, O_APPEND, mode after O_TRUNC
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  setup::chmod("file", 0754);
  Fd append(sys::open("file", O_RDWR | O_APPEND, 0).fd());
  setup::seek(append, 3);
  report("write", sys::write(append, "ab", 2));
  report("position", sys::lseek(append, 0, SEEK_CUR));
  report("contents", setup::read_file("file"));
  Fd kept(sys::open("file", O_WRONLY, 0).fd());
  report("size after opening without O_TRUNC", setup::file_size("file"));
  Fd emptied(sys::open("file", O_WRONLY | O_CREAT | O_TRUNC, 0600).fd());
  report("size after opening with O_TRUNC", setup::file_size("file"));
  report("mode", FileMode{setup::stat("file").st_mode});
  report("write", sys::write(append, "cd", 2));
  report("contents", setup::read_file("file"));
  Fd reading(sys::open("file", O_RDONLY | O_TRUNC, 0).fd());
  report("size after opening for reading with O_TRUNC", sys::lseek(reading, 0, SEEK_END));
}
