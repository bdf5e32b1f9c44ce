// Sockets of every family are in one file system of their own, which fstatfs tells by its number.
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
