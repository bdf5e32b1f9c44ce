// A network without a route is unreachable. A broadcast address can be reached only by a
// socket with SO_BROADCAST.
// Covers: connect ENETUNREACH, EACCES
// Covers: sendto ENETUNREACH, EACCES
// Covers: sendmsg ENETUNREACH, EACCES
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

Fd socket_of(int type) { return setup::socket(AF_INET, type); }

void report_each(const char *where, sockaddr_in address, int broadcast) {
  Fd connecting = socket_of(SOCK_DGRAM), sending = socket_of(SOCK_DGRAM);
  for (int socket : {int{connecting}, int{sending}})
    setup::set_option(socket, SOL_SOCKET, SO_BROADCAST, broadcast);
  char byte = 'x';
  Message message(&byte, 1);
  message.with_name(address);
  report(label(where, ": connect"), sys::connect(connecting, &address, sizeof(address)));
  report(label(where, ": sendto"), sys::sendto(sending, &byte, 1, 0, &address, sizeof(address)));
  report(label(where, ": sendmsg"), sys::sendmsg(sending, message, 0));
}

} // namespace

void test() {
  sockaddr_in far = setup::loopback(9), all = far;
  far.sin_addr = __builtin_bswap32(0xc6336401); // 198.51.100.1, of documentation (RFC 5737)
  all.sin_addr = __builtin_bswap32(0x7fffffff); // 127.255.255.255
  report("stream: connect", sys::connect(socket_of(SOCK_STREAM), &far, sizeof(far)));
  report_each("no route", far, 0);
  report_each("broadcast", all, 0);
  report_each("broadcast, with SO_BROADCAST", all, 1);
}
