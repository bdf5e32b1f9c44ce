// epoll_pwait tells of a terminal that a line has been typed.
// Covers: epoll_pwait terminals
// REQUIRES: terminal
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  Fd epoll = setup::epoll();
  setup::watch(epoll, fd, EPOLLIN | EPOLLOUT | EPOLLRDHUP, 1);
  epoll_event event = {};
  report(label(name, ": result"), sys::epoll_pwait(epoll, &event, 1, 0, nullptr, 8));
  report(name, Flags{abi::sets::epoll_events, event.events});
}

} // namespace

void test() { states::terminal(look); }
