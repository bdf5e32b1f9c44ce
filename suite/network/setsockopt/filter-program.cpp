// A filter that SO_ATTACH_FILTER attaches decides whether a message arrives, and how much of
// it, until SO_DETACH_FILTER detaches it. Its structure has one size.
// Covers: setsockopt SO_ATTACH_FILTER, SO_DETACH_FILTER, EINVAL
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  // A byte at 0 that is 'k' gives 4 bytes, any other none (linux/bpf_common.h).
  sock_filter filter[] = {{0x30, 0, 0, 0}, {0x15, 0, 1, 'k'}, {0x06, 0, 0, 4}, {0x06, 0, 0, 0}};
  sock_fprog program = {};
  program.len = 4;
  program.filter = filter;
  report("SO_ATTACH_FILTER", sys::setsockopt(pair.first, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program)));
  report("one byte less", sys::setsockopt(pair.first, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program) - 1));
  for (Text message : {Text("dropped"), Text("kept in part")})
    report("write", sys::write(pair.second, message.data, message.size));
  char bytes[16] = {};
  report("recvfrom", sys::recvfrom(pair.first, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
  report("bytes", Text(bytes));
  report("recvfrom again", sys::recvfrom(pair.first, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
  report("SO_DETACH_FILTER", sys::setsockopt(pair.first, SOL_SOCKET, SO_DETACH_FILTER, &program, sizeof(int)));
  setup::write_all(pair.second, "all of it");
  report("recvfrom of all", sys::recvfrom(pair.first, bytes, sizeof(bytes), MSG_DONTWAIT, nullptr, nullptr));
}
