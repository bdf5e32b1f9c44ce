// A message carries 253 descriptors at most. All of them arrive, in their order. 254 are refused,
// and nothing is sent.
// Covers: sendmsg SCM_RIGHTS, EINVAL
// Covers: recvmsg SCM_RIGHTS, 253 descriptors
// REQUIRES: open-files-4k
#include "wali/test.h"

namespace {

constexpr int most = 253;

Result send(int socket, uint32_t count, const Control<int[most + 1]> &descriptors) {
  Control<int[most + 1]> sent = descriptors;
  sent.header = {static_cast<uint32_t>(sizeof(cmsghdr) + count * sizeof(int)), 0, SOL_SOCKET, SCM_RIGHTS};
  return sys::sendmsg(socket, Message("x").with_control(sent), 0);
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  Fd file = setup::open("file", O_RDWR | O_CREAT), last = setup::open("last", O_RDWR | O_CREAT);
  setup::seek(file, 1);
  setup::seek(last, 2);
  Control<int[most + 1]> descriptors = {};
  for (int &descriptor : descriptors.value)
    descriptor = file;
  report("254 descriptors", send(pair.first, most + 1, descriptors));
  char byte;
  report("nothing has arrived", sys::recvfrom(pair.second, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
  descriptors.value[most - 1] = last;
  report("253 descriptors", send(pair.first, most, descriptors));
  static Guarded<Control<int[most + 1]>> received;
  Message message(&byte, 1);
  message.with_control(&received, sizeof(Control<int[most + 1]>));
  report("recvmsg", sys::recvmsg(pair.second, message, 0));
  report("cmsg_len", received->header.cmsg_len);
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  int64_t positions = 0, closed = 0;
  for (int i = 0; i < most; ++i)
    positions += sys::lseek(received->value[i], 0, SEEK_CUR).value;
  report("sum of the positions", positions);
  report("position of the last", sys::lseek(received->value[most - 1], 0, SEEK_CUR));
  for (int i = 0; i < most; ++i)
    closed += sys::close(received->value[i]).ok();
  report("closed", closed);
  report_poison("behind it", received->value + most, sizeof(int));
}
