// FIOASYNC sets and clears O_ASYNC of a pipe. For a file, which does not support it, setting it gives ENOTTY.
// Covers: ioctl FIOASYNC, ENOTTY
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  int on = 1, off = 0;
  report("on", sys::ioctl(pipe.read, FIOASYNC, &on));
  report("flags", setup::status_flags(pipe.read));
  report("off", sys::ioctl(pipe.read, FIOASYNC, &off));
  report("flags", setup::status_flags(pipe.read));
  report("on, of a file", sys::ioctl(file, FIOASYNC, &on));
  report("off, of a file", sys::ioctl(file, FIOASYNC, &off));
  report("on, at a bad address", sys::ioctl(pipe.read, FIOASYNC, setup::bad_address()));
}
