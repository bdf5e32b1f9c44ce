// With privilege SO_SNDBUFFORCE and SO_RCVBUFFORCE go beyond the greatest size of a buffer. A local stream then takes
// more than any other.
// Covers: setsockopt SO_RCVBUFFORCE, SO_SNDBUFFORCE, EPERM
// REQUIRES: root, net-admin
#include "suite/network/setsockopt/room.h"

namespace {

int greatest(int socket, int option) {
  setup::set_option(socket, SOL_SOCKET, option, 0x7fffffff);
  return told<int>(socket, SOL_SOCKET, option);
}

} // namespace

void test() {
  SocketPair usual = setup::socketpair(), forced = setup::socketpair();
  const int most = greatest(usual.first, SO_SNDBUF), most_received = greatest(usual.first, SO_RCVBUF);
  report("the greatest", most);
  report("SO_SNDBUFFORCE", sys::setsockopt(forced.first, SOL_SOCKET, SO_SNDBUFFORCE, &most, sizeof(most)));
  report("compared with the greatest", compared(told<int>(forced.first, SOL_SOCKET, SO_SNDBUF), most));
  const int taken_usually = taken(usual.first);
  report("bytes taken, compared with those with the greatest", compared(taken(forced.first), taken_usually));
  report("SO_RCVBUFFORCE",
         sys::setsockopt(forced.first, SOL_SOCKET, SO_RCVBUFFORCE, &most_received, sizeof(most_received)));
  report("compared with the greatest", compared(told<int>(forced.first, SOL_SOCKET, SO_RCVBUF), most_received));
  setup::become_ordinary();
  for (int option : {SO_SNDBUFFORCE, SO_RCVBUFFORCE})
    report(label(Choice{abi::sets::socket_option, option}, " without privilege"),
           sys::setsockopt(usual.first, SOL_SOCKET, option, &most, sizeof(most)));
  report("SO_SNDBUF", told<int>(usual.first, SOL_SOCKET, SO_SNDBUF));
}
