// A local socket with SO_PASSCRED gets an abstract address of five characters when it sends or connects, if it has
// none. Without the option it stays without one.
// Covers: setsockopt SO_PASSCRED without an address
#include "wali/test.h"

namespace {

void report_address(const char *name, int socket) {
  GuardedBytes<110> address;
  uint32_t size = 110;
  report(name, sys::getsockname(socket, &address, &size));
  report("size", size);
  report_poison("behind five characters", address.bytes().data + 8, 102);
}

} // namespace

void test() {
  const sockaddr_un to = {AF_UNIX, "receiver"}, there = {AF_UNIX, "listener"};
  Fd receiver = setup::socket(AF_UNIX, SOCK_DGRAM), listener = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::bind(receiver, to);
  setup::bind(listener, there);
  setup::listen(listener);
  for (int on : {0, 1}) {
    Fd datagrams = setup::socket(AF_UNIX, SOCK_DGRAM), stream = setup::socket(AF_UNIX, SOCK_STREAM);
    report(label("SO_PASSCRED ", on), sys::setsockopt(datagrams, SOL_SOCKET, SO_PASSCRED, &on, sizeof(on)));
    setup::set_option(stream, SOL_SOCKET, SO_PASSCRED, on);
    report_address("at first", datagrams);
    setup::require_value("sendto", sys::sendto(datagrams, "x", 1, 0, &to, sizeof(to)), 1);
    report_address("once it has sent", datagrams);
    setup::connect(stream, there);
    report_address("once it has connected", stream);
    char byte;
    GuardedBytes<110> sender;
    uint32_t size = 110;
    report("recvfrom", sys::recvfrom(receiver, &byte, 1, 0, &sender, &size));
    report("size of the sender's address", size);
  }
}
