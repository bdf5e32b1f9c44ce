// With SA_RESTART an accept goes on after the handler, as often as it runs, until there is a
// connection.
// Covers: rt_sigaction SA_RESTART
// Covers: accept SA_RESTART
#include "suite/signal/rt_sigaction/interruptions.h"

void test() {
  const Interruptions interruptions;
  setup::Listener listener = setup::tcp_listener();
  Child child = setup::fork([&] {
    interruptions.make();
    Fd client = setup::socket(AF_INET, SOCK_STREAM);
    setup::connect(client, listener.address);
  });
  const Result connection = sys::accept(listener.socket, nullptr, nullptr);
  report("accept", connection);
  report("flags of its descriptor", setup::descriptor_flags(connection.fd()));
  report("child", child.wait());
  report("handler runs, compared with 2", compared(interruptions.so_far(), 2));
}
