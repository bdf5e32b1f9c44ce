// TCP_CONGESTION returns the name of the algorithm in 16 bytes, or as much of it as there is room for.
// Covers: getsockopt TCP_CONGESTION
#include "suite/network/options.h"

namespace {

void report_algorithm(const char *name, int socket, uint32_t room) {
  GuardedBytes<16> algorithm;
  report(name, sys::getsockopt(socket, SOL_TCP, TCP_CONGESTION, &algorithm, &room));
  report("size", room);
  report("algorithm", Text(algorithm.bytes().data));
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  setup::require_zero("setsockopt", sys::setsockopt(socket, SOL_TCP, TCP_CONGESTION, "reno", 4));
  report_algorithm("once set", socket, 16);
  report_algorithm("into more room", socket, 100);
  GuardedBytes<2> cut;
  uint32_t room = 2;
  report("into two bytes", sys::getsockopt(socket, SOL_TCP, TCP_CONGESTION, &cut, &room));
  report("size", room);
  report("bytes", cut.bytes());
  report_walls("walls", cut);
}
