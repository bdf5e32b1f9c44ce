// SO_PEERCRED of a pair names the process that made it, even for a child that has inherited it. A socket without a
// peer has process 0, and user and group -1.
// Covers: getsockopt SO_PEERCRED of socketpair
#include "wali/test.h"

namespace {

void report_peer(const char *name, int socket) {
  Guarded<ucred> peer;
  uint32_t size = sizeof(ucred);
  report(name, sys::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size));
  report("pid", peer->pid);
  report("uid", static_cast<int>(peer->uid));
  report("gid", static_cast<int>(peer->gid));
}

} // namespace

void test() {
  report("getpid", sys::getpid());
  report("getuid", sys::getuid());
  report("getgid", sys::getgid());
  for (int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
    report("type", Choice{abi::sets::socket_type, type});
    SocketPair pair = setup::socketpair(type);
    report_peer("first", pair.first);
    setup::in_child([&] { report_peer("second, in a child", pair.second); });
    report_peer("without a peer", setup::socket(AF_UNIX, type));
  }
}
