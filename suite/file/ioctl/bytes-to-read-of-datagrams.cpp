// FIONREAD of a UDP socket gives the size of the first datagram alone, even when the socket is shut down. It gives 0
// when there is none and when the first is empty.
// Covers: ioctl FIONREAD, UDP
#include "wali/test.h"

namespace {

void report_count(const char *name, int socket) {
  Guarded<int32_t> count;
  report(label("ioctl, ", name), sys::ioctl(socket, FIONREAD, &count));
  report("count", *count);
}
void receive(int socket, int64_t size) {
  char bytes[8];
  setup::require_value("recvfrom", sys::recvfrom(socket, bytes, sizeof(bytes), 0, nullptr, nullptr), size);
}

} // namespace

void test() {
  setup::Bound receiver = setup::udp_socket(), sender = setup::udp_socket();
  setup::connect(sender.socket, receiver.address);
  setup::connect(receiver.socket, sender.address);
  report_count("nothing there", receiver.socket);
  for (Text bytes : {Text("abcde"), Text(""), Text("fg")})
    setup::require_value("sendto", sys::sendto(sender.socket, bytes.data, bytes.size, 0, nullptr, 0), bytes.size);
  report_count("three datagrams", receiver.socket);
  setup::require_zero("shutdown", sys::shutdown(receiver.socket, SHUT_RDWR));
  report_count("shut", receiver.socket);
  receive(receiver.socket, 5);
  report_count("an empty one first", receiver.socket);
  receive(receiver.socket, 0);
  report_count("the last one", receiver.socket);
  receive(receiver.socket, 2);
  report_count("all received", receiver.socket);
}
