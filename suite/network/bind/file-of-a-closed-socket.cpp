// The file of a local socket that is closed is a name like others. It can be looked up and renamed, and it stays
// until it is removed.
// Covers: bind path
#include "suite/network/addresses.h"

void test() {
  for (int type : {int{SOCK_STREAM}, int{SOCK_DGRAM}, int{SOCK_SEQPACKET}}) {
    report("type", Choice{abi::sets::socket_type, type});
    local_socket(type, path("socket")); // closed at once
    report("access", sys::access("socket", F_OK));
    report("rename", sys::rename("socket", "another"));
    report("unlink", sys::unlink("another"));
    report("access afterwards", sys::access("another", F_OK));
  }
}
