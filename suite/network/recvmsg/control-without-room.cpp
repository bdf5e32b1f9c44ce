// Without room for control messages a descriptor that was sent is lost, and msg_flags has MSG_CTRUNC. The descriptor
// takes up no number, and its open file is closed.
// Covers: recvmsg MSG_CTRUNC, SCM_RIGHTS
#include "wali/test.h"

namespace {

void report_received(const char *name, int socket, void *control, uint32_t size, int reader) {
  char byte;
  Message message(&byte, 1);
  message.with_control(control, size);
  report(name, sys::recvmsg(socket, message, 0));
  report("msg_controllen", message->msg_controllen);
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(message->msg_flags)});
  report("read of the end of the pipe", sys::read(reader, &byte, 1));
}

// Sends the write end of a pipe, and closes it: gives the read end.
Fd send_writer(int socket) {
  Pipe pipe = setup::pipe(O_NONBLOCK);
  Control<int[1]> sent = rights(pipe.write);
  setup::require_value("sendmsg", sys::sendmsg(socket, Message("x").with_control(sent), 0), 1);
  return static_cast<Fd &&>(pipe.read);
}

} // namespace

void test() {
  for (int type : {SOCK_STREAM, SOCK_DGRAM}) {
    SocketPair pair = setup::socketpair(type);
    GuardedBytes<20> control;
    char byte;
    Fd first = send_writer(pair.first), second = send_writer(pair.first), third = send_writer(pair.first);
    report("the lowest free descriptor", setup::lowest_free_descriptor());
    report("read while it is on its way", sys::read(first, &byte, 1));
    report_received("without room", pair.second, nullptr, 0, first);
    report_received("room for a header", pair.second, &control, sizeof(cmsghdr), second);
    report_poison("behind the header", control.bytes().data + sizeof(cmsghdr), 4);
    report("recvfrom", sys::recvfrom(pair.second, &byte, 1, 0, nullptr, nullptr));
    report("read of the end of the pipe", sys::read(third, &byte, 1));
    report("the lowest free descriptor", setup::lowest_free_descriptor());
  }
}
