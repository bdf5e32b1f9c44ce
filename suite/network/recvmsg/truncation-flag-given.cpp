// MSG_CTRUNC is a flag that recvmsg returns. Passed to recvfrom or recvmsg, it has no effect and is not returned.
// Covers: recvfrom MSG_CTRUNC
// Covers: recvmsg MSG_CTRUNC
#include "wali/test.h"

void test() {
  SocketPair local = setup::socketpair(), tcp = setup::tcp_pair();
  for (const SocketPair *pair : {&local, &tcp}) {
    setup::write_all(pair->first, "abcdef");
    char bytes[4] = {};
    report("recvfrom", sys::recvfrom(pair->second, bytes, 3, MSG_CTRUNC, nullptr, nullptr));
    report("bytes", Text(bytes));
    Message message(bytes, 3);
    report("recvmsg", sys::recvmsg(pair->second, message, MSG_CTRUNC));
    report("bytes", Text(bytes));
    report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  }
}
