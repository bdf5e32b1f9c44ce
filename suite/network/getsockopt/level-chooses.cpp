// Options with the same number at different levels are different options. Each keeps its own value.
// Covers: getsockopt level
// Covers: setsockopt level
#include "suite/network/options.h"

void test() {
  struct {
    const char *name;
    int level, value;
  } const options[] = {{"SO_RCVBUF", SOL_SOCKET, 20000}, {"IP_PKTINFO", SOL_IP, 1}, {"TCP_LINGER2", SOL_TCP, 33}};
  static_assert(SO_RCVBUF == 8 && IP_PKTINFO == 8 && TCP_LINGER2 == 8);
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (const auto &option : options)
    report(label("set ", option.name), sys::setsockopt(socket, option.level, 8, &option.value, sizeof(option.value)));
  for (const auto &option : options)
    report_option(label("get ", option.name), socket, option.level, 8);
}
