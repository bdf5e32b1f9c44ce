// A send of more than a stream has room for waits until all of it is sent. With MSG_DONTWAIT it sends what there is
// room for and returns that number.
// Covers: sendto partial transfer, MSG_DONTWAIT
// Covers: sendmsg partial transfer, MSG_DONTWAIT
#include "suite/network/messages.h"

namespace {

constexpr size_t size = 8 << 20; // more than the sender holds

// Receives until the end, and counts the bytes that are as they should be.
size_t received(int socket) {
  static uint8_t bytes[65536];
  size_t count = 0, right = 0;
  for (Result next; (next = sys::read(socket, bytes, sizeof(bytes))).value > 0; count += next.size())
    for (size_t i = 0; i < next.size(); ++i)
      right += bytes[i] == static_cast<uint8_t>((count + i) % 251);
  return right;
}

} // namespace

void test() {
  uint8_t *bytes = setup::map(size);
  for (size_t i = 0; i < size; ++i)
    bytes[i] = static_cast<uint8_t>(i % 251);
  size_t &arrived = setup::shared<size_t>();
  const int room = 65536;
  for (const SendCall &call : send_calls) {
    SocketPair pair = setup::socketpair(), other = setup::socketpair();
    for (int sender : {int{pair.first}, int{other.first}})
      setup::set_option(sender, SOL_SOCKET, SO_SNDBUF, room);
    Child reader = setup::fork([&] {
      pair.first.reset();
      arrived = received(pair.second);
    });
    report(label(call.name, " that waits"), call.send(pair.first, {bytes, size}, 0, nullptr, 0));
    pair.first.reset();
    report("reader", reader.wait());
    report("arrived", arrived);
    report(label(call.name, " MSG_DONTWAIT"), call.send(other.first, {bytes, size}, MSG_DONTWAIT, nullptr, 0));
    report("no room is left", call.send(other.first, "x", MSG_DONTWAIT, nullptr, 0));
    other.first.reset();
    report("arrived", received(other.second));
  }
}
