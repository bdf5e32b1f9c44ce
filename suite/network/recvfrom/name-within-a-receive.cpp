// recvfrom receives bytes of a local stream that were sent before and after its sender got a name together, and
// stores the name.
// Covers: recvfrom address of a stream
#include "suite/network/addresses.h"

void test() {
  SocketPair pair = setup::socketpair();
  const Local late = abstract("late");
  setup::write_all(pair.first, "before, ");
  setup::require_zero("bind", sys::bind(pair.first, &late.address, late.size));
  setup::write_all(pair.first, "after");
  char bytes[16] = {};
  LocalRoom from;
  report("recvfrom", sys::recvfrom(pair.second, bytes, sizeof(bytes), 0, &from.address, &from.size));
  report("bytes", Text(bytes));
  report_local(from, 5);
}
