// AF_NETLINK chooses sockets of the kernel, which answers a request for an interface with the interface's name.
// SOCK_RAW and SOCK_DGRAM both do so.
// Covers: socket AF_NETLINK, SOCK_RAW, SOCK_DGRAM
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

// linux/netlink.h, linux/rtnetlink.h: a request for the interface of a number, and its answer.
struct Header {
  uint32_t length;
  uint16_t type, flags;
  uint32_t sequence, port;
  uint8_t family, pad;
  uint16_t kind;
  int32_t number;
  uint32_t interface_flags, change;
};
struct Answer {
  Header header;
  struct {
    uint16_t length, type;
    char value[3];
  } name;
  char further[8000];
};
constexpr uint16_t get_link = 18, request = 1;

} // namespace

void test() {
  for (int type : {SOCK_RAW, SOCK_DGRAM}) {
    const Result result = sys::socket(AF_NETLINK, type, 0);
    report(label("socket, ", Choice{abi::sets::socket_type, type}), result);
    Fd socket(result.fd());
    const Header question = {sizeof(Header), get_link, request, 5, 0, 0, 0, 0, 1, 0, 0};
    report("write", sys::write(socket, &question, sizeof(question)));
    static Answer answer;
    __builtin_memset(&answer, poison, sizeof(answer));
    sockaddr_nl sender = {1, 1, 1, 1};
    uint32_t size = sizeof(sender);
    report("recvfrom", sys::recvfrom(socket, &answer, sizeof(answer), 0, &sender, &size));
    report("length", answer.header.length);
    report("type", unsigned{answer.header.type}); // RTM_NEWLINK
    report("sequence", answer.header.sequence);
    report("number of the interface", answer.header.number);
    report("name", Text(answer.name.value, 3));
    report("size of the sender's address", size);
    report("its family", Choice{abi::sets::address_family, sender.nl_family});
    report("its number", sender.nl_pid);
  }
}
