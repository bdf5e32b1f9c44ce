// Options that socket(7) calls boolean flags are off in a new socket. getsockopt returns 1 when a flag is set to any
// other number than 0, and 0 when it is cleared.
// Covers: getsockopt SO_BROADCAST, SO_KEEPALIVE, SO_OOBINLINE, SO_REUSEPORT, SO_TIMESTAMP, SO_PASSCRED
// Covers: setsockopt SO_BROADCAST, SO_KEEPALIVE, SO_OOBINLINE, SO_REUSEPORT, SO_TIMESTAMP, SO_PASSCRED
#include "suite/network/getsockopt/switches.h"

void test() {
  Fd datagrams = setup::socket(AF_INET, SOCK_DGRAM), stream = setup::socket(AF_INET, SOCK_STREAM),
     local = setup::socket(AF_UNIX, SOCK_STREAM);
  report_switch("SO_BROADCAST", datagrams, SOL_SOCKET, SO_BROADCAST);
  report_switch("SO_KEEPALIVE", stream, SOL_SOCKET, SO_KEEPALIVE);
  report_switch("SO_OOBINLINE", stream, SOL_SOCKET, SO_OOBINLINE);
  report_switch("SO_REUSEPORT", datagrams, SOL_SOCKET, SO_REUSEPORT);
  report_switch("SO_TIMESTAMP", datagrams, SOL_SOCKET, SO_TIMESTAMP);
  report_switch("SO_PASSCRED", local, SOL_SOCKET, SO_PASSCRED);
}
