// A signal handler interrupts epoll_pwait with EINTR, even with SA_RESTART. No event is stored.
// Covers: epoll_pwait EINTR, SA_RESTART
#include "suite/event/interrupted.h"

void test() {
  Fd epoll = setup::epoll();
  setup::watch(epoll, empty_pipe().read, EPOLLIN, 5);
  Guarded<epoll_event> event;
  report_interrupted("epoll_pwait", [&] { return sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 0); });
  report_poison("event", event);
}
