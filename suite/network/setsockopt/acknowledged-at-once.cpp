// With TCP_QUICKACK what comes is acknowledged at once. Without, the acknowledgement waits and goes along with an
// answer.
// Covers: setsockopt TCP_QUICKACK
#include "suite/network/arrivals.h"

namespace {

// How many segments without data come to the one who asks, in 50 questions with their answers.
uint32_t acknowledgements_with(int quick) {
  SocketPair pair = setup::tcp_pair();
  char byte;
  for (int round = 0; round < 50; ++round) {
    setup::write_all(pair.first, "?");
    await_arrival(pair.second);
    setup::set_option(pair.second, SOL_TCP, TCP_QUICKACK, quick);
    setup::require_value("read", sys::read(pair.second, &byte, 1), 1);
    setup::write_all(pair.second, "!");
    setup::require_value("read", sys::read(pair.first, &byte, 1), 1);
  }
  const TcpInfo info = tcp_info(pair.first);
  return info.segs_in - info.data_segs_in;
}

} // namespace

void test() { report("with it, compared with without", compared(acknowledgements_with(1), acknowledgements_with(0))); }
