// With O_APPEND every write goes to the current end, whoever moved it, and the position follows.
// Covers: write O_APPEND, two appenders
#include "wali/test.h"

void test() {
  setup::write_file("log", "start ");
  Fd first = setup::open("log", O_WRONLY | O_APPEND), second = setup::open("log", O_WRONLY | O_APPEND);
  report("first", sys::write(first, "one ", 4));
  report("second", sys::write(second, "two-two ", 8));
  setup::seek(first, 0);
  report("first after a seek to 0", sys::write(first, "three", 5));
  report("first's position", sys::lseek(first, 0, SEEK_CUR));
  report("second's position", sys::lseek(second, 0, SEEK_CUR));
  report("contents", setup::read_file("log"));
}
