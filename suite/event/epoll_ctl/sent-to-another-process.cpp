// An instance that is sent to another process watches there what its sender watches, though the receiver has no
// descriptor for it.
// Covers: epoll_ctl SCM_RIGHTS
#include "wali/test.h"

void test() {
  SocketPair sockets = setup::socketpair();
  Child receiver = setup::fork([&] {
    Control<int[1]> control = {};
    char byte;
    Message message(&byte, 1);
    message.with_control(control);
    setup::require_value("recvmsg", sys::recvmsg(sockets.second, message, 0), 1);
    epoll_event event = {};
    sys::epoll_pwait(control.value[0], &event, 1, -1, nullptr, 8);
    return static_cast<int>(event.data);
  });
  Fd epoll = setup::epoll(); // made when the child has begun
  Pipe pipe = setup::pipe();
  epoll_event event = {EPOLLIN, 42};
  report("EPOLL_CTL_ADD", sys::epoll_ctl(epoll, EPOLL_CTL_ADD, pipe.read, &event));
  Control<int[1]> sent = rights(epoll);
  report("sendmsg", sys::sendmsg(sockets.first, Message("x").with_control(sent), 0));
  setup::write_all(pipe.write, "x");
  report("receiver", receiver.wait());
}
