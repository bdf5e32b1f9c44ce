// A stream has no bounds, so one or more calls receive what two calls have sent. Datagrams keep their bounds.
// Covers: socket SOCK_STREAM, SOCK_DGRAM
#include "wali/test.h"

namespace {

void report_received(int socket, size_t size) {
  char bytes[16] = {};
  report("read", sys::read(socket, bytes, size));
  report("bytes", Text(bytes));
}

} // namespace

void test() {
  const Result stream = sys::socket(AF_INET, SOCK_STREAM, 0), datagrams = sys::socket(AF_INET, SOCK_DGRAM, 0);
  report("stream", stream);
  report("datagrams", datagrams);
  Fd client(stream.fd()), sender(datagrams.fd());
  setup::Listener listener = setup::tcp_listener();
  setup::Bound receiver = setup::udp_socket();
  setup::connect(client, listener.address);
  setup::connect(sender, receiver.address);
  for (int socket : {int{client}, int{sender}})
    for (const char *bytes : {"one ", "and two"})
      setup::write_all(socket, bytes);
  setup::shutdown(client, SHUT_WR);
  Fd server = setup::accept(listener.socket);
  pollfd end = {server, POLLRDHUP, 0};
  setup::require_value("poll", sys::poll(&end, 1, -1), 1); // all has arrived
  report_received(server, 6);
  report_received(server, 16);
  report_received(receiver.socket, 16);
  report_received(receiver.socket, 16);
}
