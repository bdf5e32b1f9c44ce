// With SO_RXQ_OVFL a datagram comes with the number of those that its socket has dropped before it.
// Covers: setsockopt SO_RXQ_OVFL
#include "wali/test.h"

namespace {

constexpr int SO_RXQ_OVFL = 40, SO_MEMINFO = 55; // asm-generic/socket.h

// How many datagrams the socket has dropped so far (SK_MEMINFO_DROPS of linux/sock_diag.h).
Result dropped(int socket) {
  uint32_t numbers[9] = {}, size = sizeof(numbers);
  setup::require_zero("getsockopt", sys::getsockopt(socket, SOL_SOCKET, SO_MEMINFO, numbers, &size));
  return {numbers[8]};
}

} // namespace

void test() {
  setup::Bound receiver = setup::udp_socket(), sender = setup::udp_socket();
  const int on = 1;
  report("SO_RXQ_OVFL", sys::setsockopt(receiver.socket, SOL_SOCKET, SO_RXQ_OVFL, &on, sizeof(on)));
  // Drops what does not begin with 'k', behind a UDP header of eight bytes (linux/bpf_common.h).
  sock_filter filter[] = {{0x30, 0, 0, 8}, {0x15, 0, 1, 'k'}, {0x06, 0, 0, 100}, {0x06, 0, 0, 0}};
  sock_fprog program = {};
  program.len = 4;
  program.filter = filter;
  setup::set_option(receiver.socket, SOL_SOCKET, SO_ATTACH_FILTER, program);
  setup::connect(sender.socket, receiver.address);
  for (const char *message : {"first", "second", "third"})
    setup::write_all(sender.socket, message);
  setup::await("drops", [&] { return dropped(receiver.socket); }, [](Result result) { return result.value == 3; });
  setup::write_all(sender.socket, "kept");
  char bytes[8] = {};
  Control<uint32_t> along = {};
  report("recvmsg", sys::recvmsg(receiver.socket, Message(bytes, sizeof(bytes)).with_control(along), 0));
  report("bytes", Text(bytes));
  report("length", along.header.cmsg_len);
  report("level", Choice{abi::sets::socket_level, along.header.cmsg_level});
  report("type", along.header.cmsg_type);
  report("dropped", along.value);
}
