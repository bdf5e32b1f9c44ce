// A descriptor that is sent with more bytes than a receive takes arrives once, with the first of them.
// Covers: recvmsg SCM_RIGHTS, long send
#include "wali/test.h"

namespace {

constexpr size_t whole = 1 << 20, part = 1 << 16;
char bytes[whole];

struct Received {
  size_t bytes, controls;
};
Received receive(int socket) {
  Control<int[1]> along = {{}, {-1}};
  Message message(bytes, part);
  message.with_control(along);
  const size_t size = setup::require_count("recvmsg", sys::recvmsg(socket, message, 0), part);
  Fd descriptor(along.value[0]);
  return {size, message->msg_controllen};
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  Child sender = setup::fork([&] {
    Control<int[1]> descriptor = rights(0);
    setup::require_value("sendmsg", sys::sendmsg(pair.first, Message(bytes, whole).with_control(descriptor), 0), whole);
  });
  pair.first.reset();
  const Received first = receive(pair.second);
  report("control messages of the first recvmsg", uint64_t{first.controls});
  size_t received = first.bytes, controls = 0;
  for (Received next = receive(pair.second); next.bytes > 0; next = receive(pair.second)) {
    received += next.bytes;
    controls += next.controls;
  }
  report("control messages of the others", uint64_t{controls});
  report("bytes of all", uint64_t{received});
  report("sender", sender.wait());
}
