// A process that inherits a listener can accept its connections. The listener stays until the last process that has
// it open has closed it.
// Covers: accept fork
// Covers: listen fork
#include "suite/network/addresses.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  Pipe begin = setup::pipe();
  Child server = setup::fork([&] {
    begin.write.reset();
    for (char byte; sys::read(begin.read, &byte, 1).value == 1;) {
      Fd accepted(setup::require_fd("accept", sys::accept(listener.socket, nullptr, nullptr)));
      setup::write_all(accepted, "served");
    }
  });
  listener.socket.reset();
  for (int i = 0; i < 2; ++i) {
    Fd client = setup::socket(AF_INET, SOCK_STREAM);
    report("connect", sys::connect(client, &listener.address, sizeof(listener.address)));
    setup::write_all(begin.write, "x");
    report("answer", setup::read_all(client));
  }
  begin.write.reset();
  report("server", server.wait());
  Fd late = setup::socket(AF_INET, SOCK_STREAM);
  report("connect when it has ended", sys::connect(late, &listener.address, sizeof(listener.address)));
}
