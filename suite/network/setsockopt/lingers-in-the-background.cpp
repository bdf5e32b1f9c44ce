// A process that exits does not wait for data that its sockets have still to send, whatever their SO_LINGER. The data
// still arrives.
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
