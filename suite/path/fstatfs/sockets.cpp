// fstatfs returns the same file system, sockfs, for local and for TCP sockets.
// Covers: fstatfs socket
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  setup::Listener tcp = setup::tcp_listener();
  for (int socket : {int{pair.first}, int{tcp.socket}}) {
    Guarded<struct statfs> status;
    report("fstatfs", sys::fstatfs(socket, &status));
    report("f_type", Hex{status->f_type}); // SOCKFS_MAGIC, linux/magic.h
  }
}
