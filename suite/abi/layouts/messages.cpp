// msghdr has 36 bytes and cmsghdr 16. What is in their padding is ignored on input, and the sizes
// and the flags come back where they are.
// Covers: layouts msghdr, cmsghdr, ucred
// Covers: sendmsg layout
// Covers: recvmsg layout
#include "suite/abi/layouts/raw.h"

namespace {

using layouts::wide;

constexpr size_t name_size = wide(4, 8), vector = wide(8, 16), vector_size = wide(12, 24), control = wide(20, 32),
                 control_size = wide(24, 40), flags = wide(32, 48);

using Header = layouts::Raw<wide(36, 56)>;
using Ancillary = layouts::Raw<wide(32, 32)>;

// A header full of other bytes, with these parts and neither name nor flags.
void fill(Header &header, iovec &buffer, Ancillary &message, size_t size) {
  header.put<uintptr_t>(0, 0).put<uint32_t>(name_size, 0);
  header.put(vector, reinterpret_cast<uintptr_t>(&buffer)).put(vector_size, uintptr_t{1});
  header.put(control, static_cast<uintptr_t>(uint64_t{message})).put(control_size, size).put<int32_t>(flags, 0);
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  const int on = 1;
  setup::set_option(pair.second, SOL_SOCKET, SO_PASSCRED, on);
  char bytes[] = "abc";
  iovec out = {bytes, 3};
  Header sent, received;
  Ancillary passed = Ancillary::zeros(), credentials;
  passed.put<size_t>(0, 20).put<int32_t>(8, SOL_SOCKET).put<int32_t>(12, SCM_RIGHTS).put<int32_t>(16, pair.first);
  passed.put<uint32_t>(4, wide(0xffffffff, 0)); // padding of the interface, part of the length natively
  fill(sent, out, passed, 24);
  report("sendmsg", sys::sendmsg(pair.first, sent, 0));
  GuardedBytes<2> room;
  iovec in = {&room, 2};
  fill(received, in, credentials, 32);
  report("recvmsg", sys::recvmsg(pair.second, received, 0));
  report("bytes", room.bytes());
  received.report_field<uint32_t>("size of the name", name_size);
  received.report_field<uint32_t>("size of the control messages", control_size);
  report("flags", Hex{received.get<uint32_t>(flags)});
  credentials.report_field<uint32_t>("cmsg_len", 0);
  credentials.report_field<int32_t>("cmsg_level", 8);
  credentials.report_field<int32_t>("cmsg_type", 12);
  report("getpid", sys::getpid());
  credentials.report_field<int32_t>("process", 16);
  report("getuid", sys::getuid());
  credentials.report_field<uint32_t>("user", 20);
  report("getgid", sys::getgid());
  credentials.report_field<uint32_t>("group", 24);
  received.report_walls();
  credentials.report_walls();
}
