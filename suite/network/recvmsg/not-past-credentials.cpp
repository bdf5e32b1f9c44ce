// With SO_PASSCRED a receive from a stream does not go past bytes of another process. The bytes of each come
// separately, with their own credentials. Without the option they come together.
// Covers: recvmsg SCM_CREDENTIALS, bounds
#include "wali/test.h"

namespace {

void report_received(const char *name, int socket) {
  char bytes[32] = {};
  Control<ucred> received = {};
  Message message(bytes, sizeof(bytes));
  message.with_control(received);
  report(name, sys::recvmsg(socket, message, MSG_DONTWAIT));
  report("bytes", Text(bytes));
  report("pid", received.value.pid);
}

void send_two(int socket) {
  setup::write_all(socket, "own, ");
  setup::write_all(socket, "own too, ");
  Child child = setup::fork([=] { setup::write_all(socket, "a child's"); });
  report("child", child.pid());
  report("its end", child.wait());
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  report("getpid", sys::getpid());
  send_two(pair.first);
  report_received("without SO_PASSCRED", pair.second);
  const int on = 1;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  send_two(pair.first);
  report_received("with SO_PASSCRED", pair.second);
  report_received("next", pair.second);
}
