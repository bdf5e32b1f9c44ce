// A descriptor arrives with the first byte that it was sent with, and not again with the others. A
// receive of those before does not get it.
// Covers: recvmsg SCM_RIGHTS, first byte
#include "wali/test.h"

namespace {

void report_received(const char *name, int socket, size_t size) {
  char bytes[8] = {};
  Control<int[1]> received = {};
  Message message(bytes, size);
  message.with_control(received);
  report(name, sys::recvmsg(socket, message, 0));
  report("bytes", Text(bytes));
  report("msg_controllen", message->msg_controllen);
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  setup::write_all(pair.first, "ab");
  Control<int[1]> descriptor = rights(0);
  setup::require_value("sendmsg", sys::sendmsg(pair.first, Message("cdef").with_control(descriptor), 0), 4);
  report_received("before", pair.second, 2);
  report_received("the first byte", pair.second, 1);
  report_received("further bytes", pair.second, 8);
}
