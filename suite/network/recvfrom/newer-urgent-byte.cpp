// A newer urgent byte replaces one that has not been received. The older byte stays in its place in the stream, and
// MSG_OOB receives the newer.
// Covers: recvfrom MSG_OOB, two urgent bytes
// Covers: recvmsg MSG_OOB, two urgent bytes
#include "suite/network/messages.h"

namespace {

void send_all(int socket, Text bytes, int flags) {
  setup::require_value("sendto", sys::sendto(socket, bytes.data, bytes.size, flags, nullptr, 0),
                       static_cast<int64_t>(bytes.size));
}
// Waits until the other end has all that was sent.
void await_arrival(int from) {
  auto left = [=] {
    int bytes = 0;
    setup::require_zero("TIOCOUTQ", sys::ioctl(from, TIOCOUTQ, &bytes));
    return Result{bytes};
  };
  setup::await("TIOCOUTQ", left, [](Result bytes) { return bytes.value == 0; });
}

} // namespace

void test() {
  for (const ReceiveCall &call : receive_calls) {
    SocketPair tcp = setup::tcp_pair();
    send_all(tcp.first, "ab", 0);
    send_all(tcp.first, "1", MSG_OOB);
    send_all(tcp.first, "cd", 0);
    send_all(tcp.first, "2", MSG_OOB);
    await_arrival(tcp.first);
    for (int flags : {MSG_OOB, MSG_OOB, 0}) {
      char bytes[16] = {};
      report(label(call.name, ", ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
             call.receive(tcp.second, bytes, sizeof(bytes), flags | MSG_DONTWAIT));
      report("bytes", Text(bytes));
    }
  }
}
