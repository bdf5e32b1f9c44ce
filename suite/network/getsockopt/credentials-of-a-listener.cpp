// SO_PEERCRED of a local listener is the process that called listen. Before that it is no process.
// Covers: getsockopt SO_PEERCRED
#include "suite/network/addresses.h"

namespace {

void report_credentials(int socket) {
  Guarded<ucred> credentials;
  uint32_t size = sizeof(ucred);
  report("getsockopt", sys::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size));
  report("pid", credentials->pid);
  report("uid", credentials->uid);
  report("gid", credentials->gid);
}

} // namespace

void test() {
  report("getpid", sys::getpid());
  report("getuid", sys::getuid());
  report("getgid", sys::getgid());
  Fd socket = local_socket(SOCK_STREAM, path("listener"));
  report_credentials(socket);
  setup::listen(socket);
  report_credentials(socket);
}
