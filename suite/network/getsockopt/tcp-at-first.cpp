// A new TCP socket gathers small data, acknowledges at once, and has the times and numbers of tcp(7).
// Covers: getsockopt TCP_NODELAY, TCP_MAXSEG, TCP_CORK, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_SYNCNT
// Covers: getsockopt TCP_LINGER2, TCP_DEFER_ACCEPT, TCP_QUICKACK, TCP_USER_TIMEOUT
// REQUIRES: namespaces
#include "suite/network/options.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (int option : {TCP_NODELAY, TCP_MAXSEG, TCP_CORK, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_SYNCNT,
                     TCP_LINGER2, TCP_DEFER_ACCEPT, TCP_QUICKACK, TCP_USER_TIMEOUT})
    report_option(label("getsockopt ", Choice{abi::sets::tcp_option, option}), socket, SOL_TCP, option);
}
