// socket refuses unknown domains, types, protocols and flags, and gives out no descriptor
// then. When no descriptor is left, it fails with EMFILE.
// Covers: socket EAFNOSUPPORT, EPROTONOSUPPORT, EINVAL, ESOCKTNOSUPPORT, EMFILE
#include "wali/test.h"

void test() {
  report("domain 99", sys::socket(99, SOCK_STREAM, 0));
  report("type 7", sys::socket(AF_INET, 7, 0));
  report("unknown flag", sys::socket(AF_INET, SOCK_STREAM | 0x100, 0));
  report("TCP datagrams", sys::socket(AF_INET, SOCK_DGRAM, IPPROTO_TCP));
  report("AF_UNIX with protocol 5", sys::socket(AF_UNIX, SOCK_STREAM, 5));
  const int free = setup::lowest_free_descriptor();
  report("the only free descriptor", free);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(free) + 1);
  report("socket", sys::socket(AF_INET, SOCK_STREAM, 0));
  report("no descriptor left", sys::socket(AF_INET, SOCK_STREAM, 0));
}
