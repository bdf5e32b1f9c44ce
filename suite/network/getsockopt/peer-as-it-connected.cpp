// SO_PEERCRED returns the process that connected, with the ids that it had then, even when it has changed them or has
// ended.
// Covers: getsockopt SO_PEERCRED, peer that has ended
// REQUIRES: root
#include "wali/test.h"

namespace {

void report_peer(const char *name, int socket) {
  ucred credentials = {};
  uint32_t size = sizeof(credentials);
  report(name, sys::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size));
  report("pid", credentials.pid);
  report("uid", credentials.uid);
}

} // namespace

void test() {
  const sockaddr_un address = {AF_UNIX, "listener"};
  Fd listener = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::bind(listener, address);
  setup::listen(listener);
  Event &changed = setup::shared<Event>(), &asked = setup::shared<Event>();
  Child child = setup::fork([&] {
    Fd client = setup::socket(AF_UNIX, SOCK_STREAM);
    setup::connect(client, address);
    setup::require_zero("setuid", sys::setuid(1000));
    changed.set();
    asked.wait();
  });
  changed.wait();
  report("fork", child.pid());
  Fd accepted = setup::accept(listener);
  report_peer("SO_PEERCRED", accepted);
  asked.set();
  report("child", child.wait());
  report_peer("SO_PEERCRED afterwards", accepted);
}
