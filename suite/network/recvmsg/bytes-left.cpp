// With TCP_INQ recvmsg returns in a control message how many bytes are left to be received. With SO_TIMESTAMP as
// well, that message comes after the time.
// Covers: setsockopt TCP_INQ, SO_TIMESTAMP
// Covers: getsockopt TCP_INQ
// Covers: recvmsg TCP_INQ, SO_TIMESTAMP
#include "suite/network/options.h"

namespace {

constexpr int TCP_INQ = 36; // linux/tcp.h; its control message is of this type, too

void await_bytes(int socket, size_t count) {
  char bytes[8];
  setup::require_value("recvfrom", sys::recvfrom(socket, bytes, count, MSG_PEEK | MSG_WAITALL, nullptr, nullptr),
                       static_cast<int64_t>(count));
}
void report_header(const char *name, const cmsghdr &header) {
  report(name, label("length ", header.cmsg_len, " level ", Choice{abi::sets::socket_level, header.cmsg_level},
                     " type ", header.cmsg_type));
}

} // namespace

void test() {
  SocketPair tcp = setup::tcp_pair();
  report_option("getsockopt", tcp.second, SOL_TCP, TCP_INQ);
  const int on = 1;
  report("setsockopt", sys::setsockopt(tcp.second, SOL_TCP, TCP_INQ, &on, sizeof(on)));
  report_option("getsockopt", tcp.second, SOL_TCP, TCP_INQ);
  setup::write_all(tcp.first, "abcdefg");
  await_bytes(tcp.second, 7);
  for (size_t part : {2, 5}) {
    char bytes[8];
    Control<int> left = {};
    report("recvmsg", sys::recvmsg(tcp.second, Message(bytes, part).with_control(left), 0));
    report_header("control message", left.header);
    report("left", left.value);
  }
  report("setsockopt SO_TIMESTAMP", sys::setsockopt(tcp.second, SOL_SOCKET, SO_TIMESTAMP, &on, sizeof(on)));
  struct {
    Control<timeval> time;
    Control<int> left;
  } both;
  char byte;
  auto receive = [&] {
    both = {};
    return sys::recvmsg(tcp.second, Message(&byte, 1).with_control(both), 0);
  };
  auto receive_one = [&] {
    setup::write_all(tcp.first, "x");
    return receive();
  };
  // A moment after the option was set, the kernel begins to stamp what comes.
  setup::await("recvmsg", receive_one, [&](Result) { return both.time.header.cmsg_type == SO_TIMESTAMP; });
  setup::write_all(tcp.first, "abc");
  await_bytes(tcp.second, 3);
  report("recvmsg", receive());
  report_header("first", both.time.header);
  report_header("second", both.left.header);
  report("left", both.left.value);
}
