// A message passes whole if the filter returns its length or more. A second filter replaces the first.
// Covers: setsockopt SO_ATTACH_FILTER
#include "suite/network/options.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  for (uint32_t length : {0u, 7u, 8u, 0xffffffffu, 3u}) {
    sock_filter give = {0x06, 0, 0, length}; // BPF_RET, linux/bpf_common.h
    sock_fprog program = {};
    program.len = 1;
    program.filter = &give;
    report(label("a filter that gives ", length),
           sys::setsockopt(pair.first, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program)));
    setup::write_all(pair.second, "message");
    report_received("recvfrom", pair.first);
  }
}
