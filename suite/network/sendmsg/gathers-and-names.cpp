// sendmsg gathers several buffers and sends them to the address in its message. recvmsg
// scatters what it receives, stores the sender's address, and says by MSG_TRUNC that some of
// it did not fit.
// Covers: sendmsg iov, name
// Covers: recvmsg iov, name, MSG_TRUNC
#include "wali/test.h"

void test() {
  setup::Bound sender = setup::udp_socket(), receiver = setup::udp_socket();
  char first[] = "gath", second[] = "ered!";
  iovec parts[] = {{first, 4}, {nullptr, 0}, {second, 5}};
  Message message(parts);
  message.with_name(receiver.address);
  message->msg_flags = MSG_OOB; // ignored on input
  report("sendmsg", sys::sendmsg(sender.socket, message, 0));

  GuardedBytes<2> head;
  GuardedBytes<5> tail;
  iovec places[] = {{&head, 2}, {&tail, 5}};
  Guarded<sockaddr_in> name;
  Message received(places);
  received.with_name(&name, 40);
  report("recvmsg", sys::recvmsg(receiver.socket, received, 0));
  report("first part", head.bytes());
  report("second part", tail.bytes());
  report_walls("walls of the first", head);
  report_walls("walls of the second", tail);
  report("msg_namelen", received->msg_namelen);
  report("the sender's name", sender.address);
  report("msg_name", *name);
  report("zeros behind the address", Text(name->sin_zero, 8));
  report_walls("walls of the name", name);
  report("msg_controllen", received->msg_controllen);
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(received->msg_flags)});
  report("msg_iovlen", received->msg_iovlen);
  report_walls("walls of the header", received.walls());
}
