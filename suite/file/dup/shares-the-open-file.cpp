// A copy has the lowest free number, the same position and status flags, and a
// close-on-exec flag of its own, clear.
// Covers: dup lowest number, shared offset, shared flags, FD_CLOEXEC
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR | O_CLOEXEC), hole = setup::open(".", O_RDONLY),
     behind = setup::open(".", O_RDONLY);
  report("lowest free number", int{hole});
  hole.reset();
  Fd copy(sys::dup(file).fd());
  report("dup", int{copy});
  report("descriptor flags of the first", setup::descriptor_flags(file));
  report("descriptor flags of the copy", setup::descriptor_flags(copy));
  setup::seek(file, 4);
  report("position of the copy", sys::lseek(copy, 0, SEEK_CUR));
  setup::set_status_flags(copy, O_APPEND);
  setup::write_all(file, "+");
  report("contents after a write to the first", setup::read_file("file"));
  report("position of the copy", sys::lseek(copy, 0, SEEK_CUR));
}
