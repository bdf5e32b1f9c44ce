// With SO_PASSCRED a receive from a stream does not take bytes with credentials together with bytes that were sent
// before credentials were asked for. Without the option it does.
// Covers: recvmsg SCM_CREDENTIALS, bounds
#include "wali/test.h"

namespace {

void report_received(const char *name, int socket) {
  char bytes[32] = {};
  Control<ucred> received = {};
  report(name, sys::recvmsg(socket, Message(bytes, sizeof(bytes)).with_control(received), MSG_DONTWAIT));
  report("bytes", Text(bytes));
  report("pid", received.value.pid);
}

} // namespace

void test() {
  const int on = 1, off = 0;
  SocketPair pair = setup::socketpair();
  report("getpid", sys::getpid());
  auto send_both = [&] {
    setup::write_all(pair.first, "before ");
    setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
    setup::write_all(pair.first, "after ");
    setup::write_all(pair.first, "after too");
  };
  send_both();
  report_received("recvmsg, asked for", pair.second);
  report_received("recvmsg of the next", pair.second);
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, off);
  send_both();
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, off);
  report_received("recvmsg, not asked for", pair.second);
  report_received("recvmsg of the next", pair.second);
}
