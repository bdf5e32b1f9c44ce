// A byte does not end a wait for urgent data, nor a wait for a descriptor that EPOLLONESHOT has disarmed. epoll_pwait
// waits until its timeout.
// Covers: epoll_pwait duration, EPOLLPRI, EPOLLONESHOT
#include "suite/event/states.h"

void test() {
  Fd epoll = setup::epoll();
  SocketPair tcp = setup::tcp_pair();
  Pipe once = setup::pipe();
  setup::watch(epoll, tcp.second, EPOLLPRI, 1);
  setup::watch(epoll, once.read, EPOLLIN | EPOLLONESHOT, 2);
  setup::write_all(once.write, "x");
  epoll_event event = {};
  report("what is told once", sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 8));
  const int sources[] = {tcp.first, once.write};
  Thread writer(
      [](void *descriptors) {
        setup::sleep_ms(10);
        for (int i = 0; i < 2; ++i)
          setup::write_all(static_cast<const int *>(descriptors)[i], "x");
      },
      const_cast<int *>(sources));
  states::report_wait(100,
                      [&](int milliseconds) { return sys::epoll_pwait(epoll, &event, 1, milliseconds, nullptr, 8); });
}
