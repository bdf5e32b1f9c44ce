// With SA_RESTART a recvfrom goes on after the handler, as often as it runs, until there are
// bytes.
// Covers: rt_sigaction SA_RESTART
// Covers: recvfrom SA_RESTART
#include "suite/signal/rt_sigaction/interruptions.h"

void test() {
  const Interruptions interruptions;
  SocketPair sockets = setup::socketpair();
  char bytes[16];
  Child child = setup::fork([&] {
    interruptions.make();
    setup::write_all(sockets.second, "received");
  });
  report("recvfrom", sys::recvfrom(sockets.first, bytes, 16, 0, nullptr, nullptr));
  report("bytes", Text(bytes, 8));
  report("child", child.wait());
  report("handler runs, compared with 2", compared(interruptions.so_far(), 2));
}
