// With IP_RECVERR a socket queues the ICMP error of a datagram that it sent. recvfrom and recvmsg take it once with
// MSG_ERRQUEUE, with the datagram's bytes and the error as a control message.
// Covers: recvfrom MSG_ERRQUEUE
// Covers: recvmsg MSG_ERRQUEUE
// Covers: setsockopt IP_RECVERR
#include "suite/network/messages.h"

namespace {

// sock_extended_err of linux/errqueue.h, with the address of who said it.
struct ExtendedError {
  uint32_t error;
  uint8_t origin, type, code, pad;
  uint32_t info, data;
  sockaddr_in offender;
};

// A socket whose datagram has come to a port that nobody has.
Fd refused_datagram() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const int on = 1;
  setup::set_option(socket, SOL_IP, IP_RECVERR, on);
  setup::connect(socket, setup::loopback(1));
  setup::write_all(socket, "refused");
  pollfd entry = {socket, 0, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
  return socket;
}

} // namespace

void test() {
  for (const ReceiveCall &call : receive_calls) {
    Fd socket = refused_datagram();
    char bytes[16] = {};
    report(call.name, call.receive(socket, bytes, sizeof(bytes), MSG_ERRQUEUE));
    report("bytes", Text(bytes));
    report("again", call.receive(socket, bytes, sizeof(bytes), MSG_ERRQUEUE));
  }
  Fd socket = refused_datagram();
  char bytes[16];
  Guarded<Control<ExtendedError>> control;
  Message message(bytes, sizeof(bytes));
  message.with_control(&control, sizeof(Control<ExtendedError>));
  report("recvmsg", sys::recvmsg(socket, message, MSG_ERRQUEUE));
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  report("cmsg_len", control->header.cmsg_len);
  report("cmsg_type", control->header.cmsg_type);
  report("error", Result{-int64_t{control->value.error}});
  report("offender", Hex{__builtin_bswap32(control->value.offender.sin_addr)});
}
