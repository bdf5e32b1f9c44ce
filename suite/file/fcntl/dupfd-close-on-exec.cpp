// F_DUPFD_CLOEXEC copies as F_DUPFD does and sets the copy's close-on-exec flag,
// not the original's.
// Covers: fcntl F_DUPFD_CLOEXEC, flags of the copy
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  report("floor 50", sys::fcntl(file, F_DUPFD_CLOEXEC, 50));
  report("floor 50 again", sys::fcntl(file, F_DUPFD_CLOEXEC, 50));
  report("descriptor flags of the copy", setup::descriptor_flags(51));
  report("descriptor flags of the original", setup::descriptor_flags(file));
  setup::seek(file, 6);
  report("the copy reads", setup::read_all(51));
}
