// A closed descriptor is gone, and its number is the next to be given out, even that of the standard input, without
// the close-on-exec flag that it had. A copy of the descriptor stays open.
// Covers: close EBADF, lowest number, other descriptors, FD_CLOEXEC
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd first = setup::open("file", O_RDONLY | O_CLOEXEC), copy = setup::duplicate(first);
  int number = first.release();
  report("number", number);
  report("close", sys::close(number));
  report("close again", sys::close(number));
  report("descriptor flags", setup::descriptor_flags(number));
  report("copy reads", setup::read_all(copy));
  Fd next = setup::open("file", O_RDONLY);
  report("number of the next", int{next});
  report("its descriptor flags", setup::descriptor_flags(next));
  report("close of the standard input", sys::close(0));
  report("open", sys::open("file", O_RDONLY, 0));
}
