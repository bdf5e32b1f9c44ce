// FIONBIO sets and clears O_NONBLOCK by the int that it points to, for all copies,
// and the flag acts.
// Covers: ioctl FIONBIO
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  Fd copy = setup::duplicate(pipe.read);
  int on = 0x100, off = 0;
  char byte;
  report("on", sys::ioctl(copy, FIONBIO, &on));
  report("flags", setup::status_flags(pipe.read));
  report("read of the empty pipe", sys::read(pipe.read, &byte, 1));
  report("flags of the other end", setup::status_flags(pipe.write));
  report("off", sys::ioctl(pipe.read, FIONBIO, &off));
  report("flags", setup::status_flags(copy));
  SocketPair sockets = setup::socketpair();
  report("on, of a socket", sys::ioctl(sockets.first, FIONBIO, &on));
  report("flags", setup::status_flags(sockets.first));
}
