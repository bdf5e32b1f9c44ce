// SO_DETACH_FILTER fails with ENOENT when no filter is attached, and so does a second one. getsockopt refuses it.
// Covers: setsockopt SO_DETACH_FILTER, ENOENT
// Covers: getsockopt SO_DETACH_FILTER, ENOPROTOOPT
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  int ignored = 7;
  uint32_t size = sizeof(ignored);
  const auto detach = [&] { return sys::setsockopt(socket, SOL_SOCKET, SO_DETACH_FILTER, &ignored, sizeof(ignored)); };
  report("setsockopt SO_DETACH_FILTER", detach());
  report("getsockopt SO_DETACH_FILTER", sys::getsockopt(socket, SOL_SOCKET, SO_DETACH_FILTER, &ignored, &size));
  sock_filter all = {0x06, 0, 0, 0xffff}; // BPF_RET, linux/bpf_common.h
  sock_fprog program = {};
  program.len = 1;
  program.filter = &all;
  setup::set_option(socket, SOL_SOCKET, SO_ATTACH_FILTER, program);
  report("setsockopt SO_DETACH_FILTER of one", detach());
  report("setsockopt SO_DETACH_FILTER again", detach());
}
