// TCP_MAXSEG of a connection tells the bytes of data that its segments hold: no more than the peer has asked
// for before it connected, and as many as TCP_INFO says.
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
