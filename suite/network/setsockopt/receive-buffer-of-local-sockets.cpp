// SO_RCVBUF has no effect on local sockets. The same amount waits to be received, whatever its value.
// Covers: setsockopt SO_RCVBUF of local sockets
#include "suite/network/setsockopt/room.h"

void test() {
  for (int size : {0, 100000}) {
    SocketPair pair = setup::socketpair();
    report(label("SO_RCVBUF ", size), sys::setsockopt(pair.second, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size)));
    report("bytes taken", taken(pair.first));
  }
}
