// recvfrom and read of a stream end with the bytes that a descriptor came with, as recvmsg does. The descriptor is lost
// with them, and its file closed.
// Covers: recvfrom SCM_RIGHTS, bounds
// Covers: read SCM_RIGHTS, bounds
#include "wali/test.h"

namespace {

void send(int socket, Text bytes, int descriptor) {
  Control<int[1]> control = rights(descriptor);
  setup::require_value("sendmsg", sys::sendmsg(socket, Message(bytes).with_control(control), 0),
                       static_cast<int64_t>(bytes.size));
}

template <class Receive> void report_received(const char *call, Receive receive) {
  SocketPair pair = setup::socketpair();
  Pipe pipe = setup::pipe(O_NONBLOCK);
  send(pair.first, "first", pipe.write);
  send(pair.first, "second", pipe.write);
  pipe.write.reset();
  for (const char *pipe_is : {"with a writer on its way", "without writers"}) {
    char bytes[16] = {}, byte;
    report(call, receive(pair.second, bytes, sizeof(bytes)));
    report("bytes", Text(bytes));
    report(label("read of the pipe, ", pipe_is), sys::read(pipe.read, &byte, 1));
  }
}

} // namespace

void test() {
  report_received("recvfrom", [](int socket, char *bytes, size_t size) {
    return sys::recvfrom(socket, bytes, size, 0, nullptr, nullptr);
  });
  report_received("read of the socket",
                  [](int socket, char *bytes, size_t size) { return sys::read(socket, bytes, size); });
}
