// SO_ERROR tells of the failure of an earlier connection and forgets it;
// SO_PEERCRED names the process at the other end.
// Covers: getsockopt SO_ERROR, SO_PEERCRED
#include "wali/test.h"

void test() {
  Fd receiver = setup::socket(AF_INET, SOCK_DGRAM);
  sockaddr_in nobody = setup::loopback(1);
  int error = -1;
  uint32_t size = 4;
  setup::connect(receiver, nobody);
  setup::require_value("write", sys::write(receiver, "x", 1), 1);
  pollfd entry = {receiver, POLLIN, 0};
  report("poll after a datagram to nobody", sys::poll(&entry, 1, -1));
  report("SO_ERROR", sys::getsockopt(receiver, SOL_SOCKET, SO_ERROR, &error, &size));
  report("error", Result{-error});
  report("SO_ERROR again", sys::getsockopt(receiver, SOL_SOCKET, SO_ERROR, &error, &size));
  report("error", Result{-error});
  SocketPair pair = setup::socketpair();
  Guarded<ucred> credentials;
  size = sizeof(ucred);
  report("getpid", sys::getpid());
  report("getuid", sys::getuid());
  report("getgid", sys::getgid());
  report("SO_PEERCRED", sys::getsockopt(pair.first, SOL_SOCKET, SO_PEERCRED, &credentials, &size));
  report("size", size);
  report("pid", credentials->pid);
  report("uid", credentials->uid);
  report("gid", credentials->gid);
  report_walls("walls", credentials);
}
