// A receive from a stream ends with the bytes that descriptors came with. Bytes that were sent before may come along,
// and later bytes do not. MSG_WAITALL does not change that.
// Covers: recvmsg SCM_RIGHTS, bounds, MSG_WAITALL
#include "wali/test.h"

namespace {

void send(int socket, Text bytes) {
  Control<int[1]> descriptor = rights(0);
  setup::require_value("sendmsg", sys::sendmsg(socket, Message(bytes).with_control(descriptor), 0),
                       static_cast<int64_t>(bytes.size));
}

void report_received(int socket, int flags) {
  char bytes[16] = {};
  Control<int[1]> received = {{}, {-1}};
  Message message(bytes, sizeof(bytes));
  message.with_control(received);
  report(label("recvmsg ", Flags{abi::sets::msg_flags, static_cast<uint32_t>(flags)}),
         sys::recvmsg(socket, message, flags));
  report("bytes", Text(bytes));
  report("msg_controllen", message->msg_controllen);
  Fd descriptor(received.value[0]);
}

} // namespace

void test() {
  for (int flags : {0, MSG_WAITALL}) {
    SocketPair pair = setup::socketpair();
    setup::write_all(pair.first, "plain ");
    send(pair.first, "first ");
    send(pair.first, "second ");
    setup::write_all(pair.first, "plain again");
    for (int i = 0; i < 2; ++i)
      report_received(pair.second, flags);
    report_received(pair.second, 0);
  }
}
