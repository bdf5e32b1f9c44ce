// With O_ASYNC the owner of a full pipe's writing end gets SIGIO when there is room again.
// Covers: fcntl F_SETFL, O_ASYNC, F_SETOWN, signal sent on room
#include "wali/test.h"

void test() {
  setup::block(SIGIO);
  Pipe pipe = setup::pipe(O_NONBLOCK);
  setup::set_capacity(pipe.write, 4096);
  setup::fill(pipe.write);
  setup::require_zero("fcntl", sys::fcntl(pipe.write, F_SETOWN, static_cast<uint32_t>(sys::getpid().pid())));
  report("F_SETFL", sys::fcntl(pipe.write, F_SETFL, O_WRONLY | O_NONBLOCK | O_ASYNC));
  report("pending", setup::pending_signals());
  setup::drain(pipe.read);
  report("pending once there is room", setup::pending_signals());
}
