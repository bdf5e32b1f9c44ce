// An ordinary process may not bind a port below 1024. It may bind the ports from there on.
// Covers: bind EACCES
// REQUIRES: user, namespaces
#include "wali/test.h"

void test() {
  for (int type : {SOCK_STREAM, SOCK_DGRAM})
    for (uint16_t port : {uint16_t{1}, uint16_t{1023}, uint16_t{1024}}) {
      Fd socket = setup::socket(AF_INET, type);
      const sockaddr_in address = setup::loopback(port);
      report(label(Choice{abi::sets::socket_type, type}, ", port ", port),
             sys::bind(socket, &address, sizeof(address)));
    }
}
