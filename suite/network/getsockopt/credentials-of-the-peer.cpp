// SO_PEERCRED names the process that connected, its user and its group. At the other end it
// names the process that listened.
// Covers: getsockopt SO_PEERCRED
#include "wali/test.h"

namespace {

void report_credentials(int socket) {
  Guarded<ucred> credentials;
  uint32_t size = sizeof(ucred);
  report("SO_PEERCRED", sys::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size));
  report("size", size);
  report("pid", credentials->pid);
  report("uid", credentials->uid);
  report("gid", credentials->gid);
  report_walls("walls", credentials);
}

} // namespace

void test() {
  const sockaddr_un address = {AF_UNIX, "listener"};
  Fd listener = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::bind(listener, address);
  setup::listen(listener);
  report("getpid", sys::getpid());
  report("getuid", sys::getuid());
  report("getgid", sys::getgid());
  setup::in_child([&] {
    report("getpid of the child", sys::getpid());
    Fd client = setup::socket(AF_UNIX, SOCK_STREAM);
    setup::connect(client, address);
    report_credentials(client);
  });
  report_credentials(setup::accept(listener));
}
