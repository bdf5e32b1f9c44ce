// A negative time limit is accepted, and no call waits then. What would have to wait fails with EAGAIN.
// Covers: setsockopt SO_RCVTIMEO, SO_SNDTIMEO below 0
// Covers: recvfrom EAGAIN
// Covers: recvmsg EAGAIN
// Covers: sendto EAGAIN
#include "suite/network/messages.h"

void test() {
  SocketPair pair = setup::socketpair();
  setup::set_status_flags(pair.first, O_NONBLOCK);
  setup::fill(pair.first);
  setup::set_status_flags(pair.first, 0);
  const timeval limit = {-1, 0};
  for (int option : {SO_RCVTIMEO, SO_SNDTIMEO})
    report(label("setsockopt ", Choice{abi::sets::socket_option, option}),
           sys::setsockopt(pair.first, SOL_SOCKET, option, &limit, sizeof(limit)));
  char byte;
  for (const ReceiveCall &call : receive_calls)
    report(call.name, call.receive(pair.first, &byte, 1, 0));
  report("read", sys::read(pair.first, &byte, 1));
  for (const SendCall &call : send_calls)
    report(call.name, call.send(pair.first, "x", 0, nullptr, 0));
}
