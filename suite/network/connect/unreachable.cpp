// A network to which no route leads is unreachable for connect, sendto and sendmsg.
// Covers: connect ENETUNREACH
// Covers: sendto ENETUNREACH
// Covers: sendmsg ENETUNREACH
// REQUIRES: namespaces
#include "suite/network/messages.h"

void test() {
  sockaddr_in far = setup::loopback(9);
  far.sin_addr = __builtin_bswap32(0xc6336401); // 198.51.100.1, of documentation (RFC 5737)
  for (int type : {SOCK_STREAM, SOCK_DGRAM})
    report(label("connect, ", Choice{abi::sets::socket_type, type}),
           sys::connect(setup::socket(AF_INET, type), &far, sizeof(far)));
  for (const SendCall &call : send_calls)
    report(call.name, call.send(setup::socket(AF_INET, SOCK_DGRAM), "x", 0, &far, sizeof(far)));
}
