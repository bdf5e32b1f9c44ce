// The signal of an asynchronous descriptor is discarded if the process that named the owner had
// no permission to send it one.
// Covers: fcntl F_SETOWN, O_ASYNC, permission
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::block(SIGIO);
  Pipe pipe = setup::pipe();
  setup::set_status_flags(pipe.read, O_ASYNC);
  const auto self = static_cast<uint32_t>(sys::getpid().pid());
  setup::in_child([&] {
    setup::become_ordinary();
    report("F_SETOWN by another user", sys::fcntl(pipe.read, F_SETOWN, self));
  });
  setup::write_all(pipe.write, "!");
  report("pending after input", setup::pending_signals());
  char byte; // Before Linux 5.14 only input to an empty pipe sends the signal.
  setup::require_value("read", sys::read(pipe.read, &byte, 1), 1);
  report("F_SETOWN by itself", sys::fcntl(pipe.read, F_SETOWN, self));
  setup::write_all(pipe.write, "!");
  report("pending after input", setup::pending_signals());
}
