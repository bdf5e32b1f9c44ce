// setsockopt cannot set what a socket is, its error, its peer, or the room that makes it writable.
// Covers: setsockopt ENOPROTOOPT, SO_ACCEPTCONN, SO_DOMAIN, SO_ERROR, SO_PEERCRED, SO_PROTOCOL, SO_TYPE
// Covers: setsockopt SO_SNDLOWAT
#include "suite/network/options.h"

void test() {
  SocketPair pair = setup::socketpair();
  const ucred value = {1, 1, 1};
  for (int option : {SO_ACCEPTCONN, SO_DOMAIN, SO_ERROR, SO_PEERCRED, SO_PROTOCOL, SO_TYPE, SO_SNDLOWAT})
    report(label(Choice{abi::sets::socket_option, option}),
           sys::setsockopt(pair.first, SOL_SOCKET, option, &value, sizeof(value)));
  report_option("get SO_TYPE", pair.first, SOL_SOCKET, SO_TYPE);
  report_option("get SO_ERROR", pair.first, SOL_SOCKET, SO_ERROR);
  report_option("get SO_SNDLOWAT", pair.first, SOL_SOCKET, SO_SNDLOWAT);
}
