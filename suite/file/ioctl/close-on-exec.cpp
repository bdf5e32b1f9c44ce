// FIOCLEX and FIONCLEX set and clear the close-on-exec flag of one descriptor and not of its copy, whatever the
// argument. They refuse an O_PATH descriptor.
// Covers: ioctl FIOCLEX, FIONCLEX, EBADF
#include "wali/test.h"

void test() {
  Fd file = setup::open(".", O_RDONLY), copy = setup::duplicate(file);
  Fd path = setup::open(".", O_PATH);
  report("FIOCLEX", sys::ioctl(file, FIOCLEX, setup::bad_address()));
  report("flags", setup::descriptor_flags(file));
  report("flags of the copy", setup::descriptor_flags(copy));
  report("FIONCLEX", sys::ioctl(file, FIONCLEX, nullptr));
  report("flags", setup::descriptor_flags(file));
  report("FIOCLEX of O_PATH", sys::ioctl(path, FIOCLEX, nullptr));
}
