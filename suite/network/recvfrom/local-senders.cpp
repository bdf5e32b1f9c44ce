// recvfrom and recvmsg store the path or the abstract name of a local sender, and recvfrom stores nothing for one
// without a name. They cut a longer address to the room and return its full length.
// Covers: recvfrom AF_UNIX, address length
// Covers: recvmsg AF_UNIX, address length
#include "suite/network/addresses.h"

namespace {

void send(int from, const Local &to) {
  setup::require_value("sendto", sys::sendto(from, "x", 1, 0, &to.address, to.size), 1);
}

void report_recvfrom(int socket, uint32_t room, size_t name_size) {
  char byte;
  LocalRoom sender;
  sender.size = room;
  report("recvfrom", sys::recvfrom(socket, &byte, 1, 0, &sender.address, &sender.size));
  report_local(sender, name_size);
}
void report_recvmsg(int socket, uint32_t room, size_t name_size) {
  char byte;
  LocalRoom sender;
  Message message(&byte, 1);
  message.with_name(&sender.address, room);
  report("recvmsg", sys::recvmsg(socket, message, 0));
  sender.size = message->msg_namelen;
  report_local(sender, name_size);
}

} // namespace

void test() {
  const Local here = path("receiver");
  Fd receiver = local_socket(SOCK_DGRAM, here), by_path = local_socket(SOCK_DGRAM, path("sender")),
     by_name = local_socket(SOCK_DGRAM, abstract({"s\0t", 3}));
  for (auto report_received : {report_recvfrom, report_recvmsg}) {
    send(by_path, here);
    send(by_name, here);
    send(by_path, here);
    report_received(receiver, sizeof(sockaddr_un), 7);
    report_received(receiver, sizeof(sockaddr_un), 4);
    report_received(receiver, 5, 3);
  }
  char byte;
  LocalRoom none;
  send(setup::socket(AF_UNIX, SOCK_DGRAM), here);
  report("recvfrom of one without a name", sys::recvfrom(receiver, &byte, 1, 0, &none.address, &none.size));
  report("size", none.size);
  report_poison("address", none.address);
}
