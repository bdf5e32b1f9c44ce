// A message has up to 1024 buffers. All of them make one datagram, and it is scattered over as many.
// Covers: sendmsg 1024 buffers
// Covers: recvmsg 1024 buffers
#include "wali/test.h"

namespace {

constexpr int most = 1024;

} // namespace

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  static iovec parts[most], places[most];
  static uint8_t sent[most], received[most + 1];
  for (int i = 0; i < most; ++i) {
    sent[i] = static_cast<uint8_t>(i % 251);
    received[i] = poison;
    parts[i] = {&sent[most - 1 - i], 1}; // from the last to the first
    places[i] = {&received[most - 1 - i], 1};
  }
  received[most] = poison;
  Message message(parts);
  report("sendmsg", sys::sendmsg(pair.first, message, 0));
  Message answer(places);
  report("recvmsg", sys::recvmsg(pair.second, answer, 0));
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(answer->msg_flags)});
  report("bytes that differ", differing_bytes(sent, received, most));
  report_poison("behind them", received + most, 1);
}
