// F_DUPFD gives the lowest free number from its floor on. The copy shares the position and has no close-on-exec flag.
// Covers: fcntl F_DUPFD, floor
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY | O_CLOEXEC);
  report("floor 40", sys::fcntl(file, F_DUPFD, 40));
  report("floor 40 again", sys::fcntl(file, F_DUPFD, 40));
  report("floor 39", sys::fcntl(file, F_DUPFD, 39));
  report("floor 39 again", sys::fcntl(file, F_DUPFD, 39));
  report("descriptor flags of the first copy", setup::descriptor_flags(40));
  setup::seek(file, 6);
  report("the last copy reads", setup::read_all(42));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("lowest free number", setup::lowest_free_descriptor());
  report("floor 0", sys::fcntl(file, F_DUPFD, 0));
}
