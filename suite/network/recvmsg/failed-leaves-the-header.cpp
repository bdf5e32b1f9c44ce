// A recvmsg that fails changes nothing in its header. The lengths of the name and of the control messages and the
// flags stay as they were.
// Covers: recvmsg msghdr, EAGAIN
#include "wali/test.h"

void test() {
  setup::Bound receiver = setup::udp_socket();
  char byte;
  sockaddr_in name;
  Control<int> control;
  Message message(&byte, 1);
  message.with_name(name).with_control(control);
  message->msg_flags = 0x1234;
  report("recvmsg of nothing", sys::recvmsg(receiver.socket, message, MSG_DONTWAIT));
  report("msg_namelen", message->msg_namelen);
  report("msg_controllen", message->msg_controllen);
  report("msg_flags", Hex{static_cast<uint32_t>(message->msg_flags)});
  report("msg_iovlen", message->msg_iovlen);
  setup::require_value("sendto", sys::sendto(receiver.socket, "x", 1, 0, &receiver.address, 16), 1);
  report("recvmsg", sys::recvmsg(receiver.socket, message, 0));
  report("msg_namelen", message->msg_namelen);
  report("msg_controllen", message->msg_controllen);
  report("msg_flags", Hex{static_cast<uint32_t>(message->msg_flags)});
}
