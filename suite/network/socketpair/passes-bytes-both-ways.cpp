// socketpair stores two descriptors. What is written to either end is read from the other.
// Covers: socketpair AF_UNIX, SOCK_STREAM
#include "wali/test.h"

void test() {
  Guarded<int[2]> ends;
  report("socketpair", sys::socketpair(AF_UNIX, SOCK_STREAM, 0, *&ends));
  report_walls("walls", ends);
  Fd first((*ends)[0]), second((*ends)[1]);
  report("descriptors", label(static_cast<int>(first), " and ", static_cast<int>(second)));
  setup::write_all(first, "forth");
  setup::write_all(second, "back");
  sys::shutdown(first, SHUT_WR);
  sys::shutdown(second, SHUT_WR);
  report("at the first", setup::read_all(first));
  report("at the second", setup::read_all(second));
}
