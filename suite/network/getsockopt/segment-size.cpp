// TCP_MAXSEG of a connection is the number of data bytes in its segments, as in TCP_INFO. It is no more than the peer
// has asked for before it connected.
// Covers: getsockopt TCP_MAXSEG
#include "suite/network/options.h"

void test() {
  setup::Listener listener = setup::tcp_listener();
  Fd client = setup::socket(AF_INET, SOCK_STREAM);
  setup::set_option(client, SOL_TCP, TCP_MAXSEG, 500);
  setup::connect(client, listener.address);
  Fd accepted = setup::accept(listener.socket);
  report("of the segments", tcp_info(accepted).snd_mss);
  report_option("TCP_MAXSEG", accepted, SOL_TCP, TCP_MAXSEG);
  report("compared with 501", compared(told<int>(accepted, SOL_TCP, TCP_MAXSEG), 501));
  report("compared with 459", compared(told<int>(accepted, SOL_TCP, TCP_MAXSEG), 459)); // options take up to 40 bytes
}
