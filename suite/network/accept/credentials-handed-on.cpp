// A socket that a local listener with SO_PASSCRED accepts has SO_PASSCRED as well, and the first message brings its
// sender's credentials.
// Covers: accept SO_PASSCRED
// Covers: accept4 SO_PASSCRED
#include "suite/network/addresses.h"
#include "suite/network/messages.h"

void test() {
  const Local address = path("listener");
  Fd listener = local_listener(SOCK_STREAM, address);
  const int on = 1;
  setup::set_option(listener, SOL_SOCKET, SO_PASSCRED, on);
  report("getpid", sys::getpid());
  for (const AcceptCall &call : accept_calls) {
    Fd client = local_caller(SOCK_STREAM, address);
    setup::write_all(client, "x");
    Fd accepted(setup::require_fd(call.name, call.accept(listener, nullptr, nullptr)));
    int value = 7;
    uint32_t size = sizeof(value);
    report(label("getsockopt after ", call.name), sys::getsockopt(accepted, SOL_SOCKET, SO_PASSCRED, &value, &size));
    report("SO_PASSCRED", value);
    char byte;
    Control<ucred> received = {};
    report("recvmsg", sys::recvmsg(accepted, Message(&byte, 1).with_control(received), 0));
    report("type", received.header.cmsg_type);
    report("pid", received.value.pid);
  }
}
