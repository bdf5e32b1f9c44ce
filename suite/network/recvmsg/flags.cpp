// What the flags of a receive ask for happens, by recvfrom and by recvmsg: bytes
// stay, a datagram's length is told, nothing waits or all is waited for, urgent
// bytes and errors come apart.
// Covers: recvfrom MSG_PEEK, MSG_TRUNC, MSG_WAITALL, MSG_DONTWAIT, MSG_OOB, MSG_ERRQUEUE, EAGAIN, end of file
// Covers: recvmsg MSG_PEEK, MSG_TRUNC, MSG_WAITALL, MSG_DONTWAIT, MSG_OOB, MSG_ERRQUEUE, EAGAIN, end of file
#include "wali/test.h"

namespace {

char bytes[8];

Result receive(bool by_message, int socket, size_t size, int flags) {
  iovec vector = {bytes, size};
  msghdr message = {};
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  __builtin_memset(bytes, 0, sizeof(bytes));
  return by_message ? sys::recvmsg(socket, &message, flags)
                    : sys::recvfrom(socket, bytes, size, flags, nullptr, nullptr);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) {});
  for (bool by_message : {false, true}) {
    auto report_receive = [&](const char *name, int socket, size_t size, int flags) {
      report(label(by_message ? "recvmsg, " : "recvfrom, ", name), receive(by_message, socket, size, flags));
      report("bytes", Text(bytes, sizeof(bytes)));
    };
    SocketPair stream = setup::socketpair(), datagrams = setup::socketpair(SOCK_DGRAM), tcp = setup::tcp_pair();
    {
      Interrupter interrupter(SIGUSR2); // a wait that should be none ends
      report_receive("MSG_DONTWAIT", stream.first, 8, MSG_DONTWAIT);
    }
    setup::write_all(stream.second, "peek");
    report_receive("MSG_PEEK", stream.first, 8, MSG_PEEK);
    Child writer = setup::fork([&] {
      setup::sleep_ms(20);
      setup::write_all(stream.second, "more");
    });
    stream.second.reset(); // with the writer goes the last, should anybody wait for more
    report_receive("MSG_WAITALL", stream.first, 8, MSG_WAITALL);
    report("writer", writer.wait());
    report_receive("end of the stream", stream.first, 8, 0);
    setup::write_all(datagrams.second, "datagram");
    report_receive("MSG_TRUNC", datagrams.first, 3, MSG_TRUNC);
    setup::write_all(tcp.first, "tcp");
    setup::require_value("sendto", sys::sendto(tcp.first, "!", 1, MSG_OOB, nullptr, 0), 1);
    pollfd urgent = {tcp.second, POLLPRI, 0};
    setup::require_value("poll", sys::poll(&urgent, 1, -1), 1);
    report_receive("MSG_ERRQUEUE", tcp.second, 8, MSG_ERRQUEUE | MSG_DONTWAIT);
    report_receive("MSG_OOB", tcp.second, 8, MSG_OOB | MSG_DONTWAIT);
  }
}
