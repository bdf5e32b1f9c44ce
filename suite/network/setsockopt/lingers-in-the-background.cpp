// A process that ends does not wait for what its sockets have still to send, whatever their SO_LINGER. It arrives all
// the same.
// Covers: setsockopt SO_LINGER when the process ends
#include "suite/network/setsockopt/room.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  int &written = setup::shared<int>();
  Child child = setup::fork([&] {
    Fd client = setup::caller(listener);
    setup::set_option(client, SOL_SOCKET, SO_LINGER, linger{1, 1000});
    written = taken(client);
    client.release(); // its end closes it
  });
  Fd accepted = setup::accept(listener.socket);
  report("child", child.wait());
  report("written", written);
  report("received", received_until_the_end(accepted));
}
