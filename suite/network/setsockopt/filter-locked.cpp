// After SO_LOCK_FILTER the filter stays as it is. It cannot be changed or removed, and the lock cannot be cleared.
// Covers: setsockopt SO_LOCK_FILTER, EPERM
#include "suite/network/options.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  sock_filter give[] = {{0x06, 0, 0, 4}}; // BPF_RET, linux/bpf_common.h
  sock_fprog program = {};
  program.len = 1;
  program.filter = give;
  setup::set_option(pair.first, SOL_SOCKET, SO_ATTACH_FILTER, program);
  const int on = 1, off = 0;
  report("SO_LOCK_FILTER", sys::setsockopt(pair.first, SOL_SOCKET, SO_LOCK_FILTER, &on, sizeof(on)));
  give[0].k = 2;
  report("SO_ATTACH_FILTER", sys::setsockopt(pair.first, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program)));
  report("SO_DETACH_FILTER", sys::setsockopt(pair.first, SOL_SOCKET, SO_DETACH_FILTER, &off, sizeof(off)));
  report("SO_LOCK_FILTER of 0", sys::setsockopt(pair.first, SOL_SOCKET, SO_LOCK_FILTER, &off, sizeof(off)));
  report("SO_LOCK_FILTER again", sys::setsockopt(pair.first, SOL_SOCKET, SO_LOCK_FILTER, &on, sizeof(on)));
  setup::write_all(pair.second, "message");
  report_received("recvfrom", pair.first);
}
