// Bytes behind MSG_EOR do not share a TCP segment with those before it, however
// many wait for each other; without it they do. By sendto and by sendmsg.
// Covers: sendto MSG_EOR
// Covers: sendmsg MSG_EOR
#include "wali/test.h"

namespace {

// Segments with data that the socket has sent: a field of Linux's tcp_info.
uint32_t segments_sent(int socket) {
  constexpr size_t at = 156; // tcpi_data_segs_out
  alignas(8) static char info[at + 4];
  uint32_t size = sizeof(info), segments = 0;
  setup::require_zero("getsockopt", sys::getsockopt(socket, SOL_TCP, TCP_INFO, info, &size));
  __builtin_memcpy(&segments, info + at, sizeof(segments));
  return segments;
}

Result send(bool by_message, int socket, const char *byte, int flags) {
  iovec vector = {const_cast<char *>(byte), 1};
  msghdr message = {};
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  return by_message ? sys::sendmsg(socket, &message, flags) : sys::sendto(socket, byte, 1, flags, nullptr, 0);
}

} // namespace

void test() {
  for (bool by_message : {false, true})
    for (int flags : {0, MSG_EOR}) {
      SocketPair tcp = setup::tcp_pair();
      const int on = 1, off = 0;
      setup::require_zero("setsockopt", sys::setsockopt(tcp.first, SOL_TCP, TCP_CORK, &on, sizeof(on)));
      const Line name =
          label(by_message ? "sendmsg, " : "sendto, ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)});
      report(name, send(by_message, tcp.first, "a", flags));
      report(label(name.text(), ": the next byte"), send(by_message, tcp.first, "b", 0));
      setup::require_zero("setsockopt", sys::setsockopt(tcp.first, SOL_TCP, TCP_CORK, &off, sizeof(off)));
      char bytes[2];
      setup::require_count("recvfrom", sys::recvfrom(tcp.second, bytes, 2, MSG_WAITALL, nullptr, nullptr), 2);
      report(label(name.text(), ": segments"), segments_sent(tcp.first));
    }
}
