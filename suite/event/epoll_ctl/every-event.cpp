// An epoll instance keeps the event that it is asked for, with EPOLLERR and EPOLLHUP, as
// /proc/self/fdinfo shows. epoll_pwait reports the event that was asked for and no other.
// Covers: epoll_ctl EPOLLPRI, EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLRDHUP
// Covers: epoll_ctl EPOLLEXCLUSIVE, EPOLLONESHOT, EPOLLET
#include "suite/event/fdinfo.h"

namespace {

// The events of the only descriptor that the instance watches.
uint32_t kept_events(int epoll) { return static_cast<uint32_t>(number_in_fdinfo(epoll, "events:")); }

Line name_of(uint32_t events) { return label(Flags{abi::sets::epoll_events, events}); }

} // namespace

void test() {
  SocketPair tcp = setup::tcp_pair(), local = setup::socketpair();
  setup::send_urgent_byte(tcp.first, tcp.second);
  setup::write_all(local.first, "x");
  setup::shutdown(local.first, SHUT_WR);
  const struct {
    uint32_t asked;
    int socket;
  } cases[] = {{EPOLLIN, local.second},      {EPOLLPRI, tcp.second},      {EPOLLOUT, local.second},
               {EPOLLRDNORM, local.second},  {EPOLLRDBAND, local.second}, {EPOLLWRNORM, local.second},
               {EPOLLWRBAND, local.second},  {EPOLLRDHUP, local.second},  {EPOLLEXCLUSIVE, local.second},
               {EPOLLONESHOT, local.second}, {EPOLLET, local.second}};
  for (const auto &[asked, socket] : cases) {
    Fd epoll = setup::epoll();
    epoll_event event = {asked, 7};
    const Line name = name_of(asked);
    report(name, sys::epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event));
    report(label(name.text(), ": kept"), name_of(kept_events(epoll)));
    event.events = 0;
    report(label(name.text(), ": epoll_pwait"), sys::epoll_pwait(epoll, &event, 1, 0, nullptr, 0));
    report(label(name.text(), ": told"), name_of(event.events));
  }
}
