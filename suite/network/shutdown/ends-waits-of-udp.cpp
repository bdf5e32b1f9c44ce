// SHUT_RD ends the receive of another process that waits at the same UDP socket.
// Covers: shutdown SHUT_RD, UDP, waiting calls
#include "wali/test.h"

void test() {
  setup::Bound peer = setup::udp_socket(), receiver = setup::udp_socket();
  setup::connect(receiver.socket, peer.address);
  Event &begun = setup::shared<Event>(), &shut = setup::shared<Event>();
  Child shutter = setup::fork([&] {
    begun.wait();
    setup::sleep_ms(20); // by now the call most likely waits; the results are the same if not
    shut.set();
    leave(static_cast<int>(-sys::shutdown(receiver.socket, SHUT_RD).value));
  });
  begun.set();
  char byte;
  const Result result = sys::recvfrom(receiver.socket, &byte, 1, 0, nullptr, nullptr);
  const int shut_by_then = shut.is_set();
  report("recvfrom", result);
  report("shut by then", shut_by_then);
  report("shutdown in the child", shutter.wait());
}
