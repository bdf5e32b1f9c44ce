// With O_APPEND each writev goes to the end as it is then, behind what another descriptor
// has appended, and the position follows.
// Covers: writev O_APPEND, two appenders
#include "wali/test.h"

void test() {
  setup::write_file("log", "start ");
  Fd first = setup::open("log", O_WRONLY | O_APPEND), second = setup::open("log", O_WRONLY | O_APPEND);
  char one[] = "one ", two[] = "two-", three[] = "three";
  const iovec whole[] = {{one, 4}}, parts[] = {{two, 4}, {two, 4}}, last[] = {{three, 3}, {three + 3, 2}};
  report("first", sys::writev(first, whole, 1));
  report("second", sys::writev(second, parts, 2));
  report("first again", sys::writev(first, last, 2));
  report("first's position", sys::lseek(first, 0, SEEK_CUR));
  report("second's position", sys::lseek(second, 0, SEEK_CUR));
  report("contents", setup::read_file("log"));
}
