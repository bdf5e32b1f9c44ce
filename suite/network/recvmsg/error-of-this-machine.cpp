// The error of a datagram that is too long for the interface comes from this machine. MSG_ERRQUEUE returns it with
// the greatest length, and without an offender's address.
// Covers: recvmsg MSG_ERRQUEUE, local error
// Covers: sendto EMSGSIZE
// REQUIRES: root || ns-root, namespaces
#include "wali/test.h"

namespace {

// sock_extended_err of linux/errqueue.h, with the address of who said it.
struct ExtendedError {
  uint32_t error;
  uint8_t origin, type, code, pad;
  uint32_t info, data;
  sockaddr_in offender;
};

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  ifreq request = {"lo", {}};
  request.ifr_value = 1500;
  setup::require_zero("SIOCSIFMTU", sys::ioctl(socket, SIOCSIFMTU, &request));
  const int on = 1, always = 2; // IP_PMTUDISC_DO
  setup::set_option(socket, SOL_IP, IP_RECVERR, on);
  setup::set_option(socket, SOL_IP, IP_MTU_DISCOVER, always);
  const sockaddr_in to = setup::loopback(9);
  static const char bytes[2000] = {};
  report("sendto", sys::sendto(socket, bytes, sizeof(bytes), 0, &to, sizeof(to)));
  char byte;
  Guarded<Control<ExtendedError>> control;
  Message message(&byte, 1);
  message.with_control(&control, sizeof(Control<ExtendedError>));
  report("recvmsg", sys::recvmsg(socket, message, MSG_ERRQUEUE));
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  report("error", Result{-int64_t{control->value.error}});
  report("origin", unsigned{control->value.origin});
  report("greatest length", control->value.info);
  report("offender's family", Choice{abi::sets::address_family, control->value.offender.sin_family});
  report_walls("walls", control);
}
