// The address that comes with MSG_ERRQUEUE is the one that the refused datagram was sent to. When one of several
// refusals has been received, the next one's error is the socket's error again.
// Covers: recvmsg MSG_ERRQUEUE, address, several errors
// Covers: getsockopt SO_ERROR
#include "wali/test.h"

namespace {

Result error_of(int socket) {
  int error = -1;
  uint32_t size = sizeof(error);
  setup::require_zero("getsockopt", sys::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size));
  return {error};
}
void report_error(int socket) { report("SO_ERROR", error_of(socket)); }

// Sends to nobody, and waits until the socket has an error.
void refuse(int socket, const sockaddr_in &to) {
  setup::require_value("sendto", sys::sendto(socket, "x", 1, 0, &to, sizeof(to)), 1);
  Result error;
  setup::await("SO_ERROR", [&] { return error = error_of(socket); }, [](Result now) { return now.value != 0; });
  report("refused, SO_ERROR", Result{-error.value});
}

void report_queued(int socket) {
  char byte;
  Guarded<sockaddr_in> to;
  Message message(&byte, 1);
  message.with_name(&to, sizeof(sockaddr_in));
  report("recvmsg", sys::recvmsg(socket, message, MSG_ERRQUEUE));
  report("sent to", *to);
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  const int on = 1;
  setup::set_option(socket, SOL_IP, IP_RECVERR, on);
  refuse(socket, setup::loopback(1));
  refuse(socket, setup::loopback(2));
  report_error(socket);
  report_queued(socket);
  report("SO_ERROR of the next", Result{-error_of(socket).value});
  report_error(socket);
  report_queued(socket);
  report_error(socket);
}
