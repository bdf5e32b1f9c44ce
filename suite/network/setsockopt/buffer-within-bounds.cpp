// SO_RCVBUF and SO_SNDBUF have a least value, and a greatest, which is the system's.
// Covers: setsockopt SO_RCVBUF, SO_SNDBUF
#include "suite/network/options.h"

namespace {

int size_for(int option, int wanted) {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::set_option(socket, SOL_SOCKET, option, wanted);
  return told<int>(socket, SOL_SOCKET, option);
}

} // namespace

void test() {
  for (int option : {SO_RCVBUF, SO_SNDBUF}) {
    report("option", Choice{abi::sets::socket_option, option});
    report("for 0", size_for(option, 0));
    report("for 1", size_for(option, 1));
    report("for 0x10000000", size_for(option, 0x10000000));
    report("for 0x7fffffff", size_for(option, 0x7fffffff));
    report("the least, compared with 255 bytes", compared(size_for(option, 0), 255));
    report("the greatest, compared with 0x10000000", compared(size_for(option, 0x7fffffff), 0x10000000));
    report("the greatest, compared with the least", compared(size_for(option, 0x7fffffff), size_for(option, 0)));
  }
}
