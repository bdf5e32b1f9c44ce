// SOCK_CLOEXEC and SOCK_NONBLOCK set the flags of both ends.
// Covers: socketpair SOCK_CLOEXEC, SOCK_NONBLOCK
#include "wali/test.h"

void test() {
  int ends[2] = {-1, -1};
  report("socketpair", sys::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends));
  setup::on_signal(SIGUSR2, [](int) {});
  Interrupter interrupter(SIGUSR2); // a wait that should be none ends
  for (int end : ends) {
    report("end", end);
    report("descriptor flags", setup::descriptor_flags(end));
    report("status flags", setup::status_flags(end));
    char byte;
    report("read of nothing", sys::read(end, &byte, 1));
  }
}
