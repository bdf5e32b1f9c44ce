// A receive on a TCP connection stores no sender. The length is 0, and the address stays as it was. The same holds
// for a local stream whose peer has no name.
// Covers: recvfrom address of a stream
// Covers: recvmsg address of a stream
#include "wali/test.h"

namespace {

void report_pair(const char *name, SocketPair pair) {
  setup::write_all(pair.second, "xy");
  char byte;
  Guarded<sockaddr_un> address;
  uint32_t size = sizeof(sockaddr_un);
  report(label(name, ": recvfrom"), sys::recvfrom(pair.first, &byte, 1, 0, &address, &size));
  report("size", size);
  report_poison("address", address);
  Message message(&byte, 1);
  message.with_name(&address, sizeof(sockaddr_un));
  report("recvmsg", sys::recvmsg(pair.first, message, 0));
  report("msg_namelen", message->msg_namelen);
  report_poison("address", address);
}

} // namespace

void test() {
  report_pair("TCP", setup::tcp_pair());
  report_pair("local", setup::socketpair());
}
