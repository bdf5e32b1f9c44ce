// SO_RCVTIMEO and SO_SNDTIMEO have no effect on poll, select and epoll_pwait. These wait as long as their own
// timeout.
// Covers: setsockopt SO_RCVTIMEO, SO_SNDTIMEO
// Covers: poll SO_RCVTIMEO
// Covers: select SO_RCVTIMEO
// Covers: epoll_pwait SO_RCVTIMEO
#include "suite/network/setsockopt/room.h"

namespace {

template <class Call> void report_wait(const char *name, Call call) {
  const timespec begun = setup::now();
  report(name, call());
  report("milliseconds that it waited, compared with 98", compared(milliseconds_since(begun), int64_t{98}));
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  taken(pair.first);
  for (int option : {SO_RCVTIMEO, SO_SNDTIMEO})
    setup::set_option(pair.first, SOL_SOCKET, option, timeval{0, 10000});
  report_wait("poll", [&] {
    pollfd entry = {pair.first, POLLIN | POLLOUT, 0};
    return sys::poll(&entry, 1, 100);
  });
  report_wait("select", [&] {
    fd_set reading = {}, writing = {};
    reading.bits[0] = writing.bits[0] = uint64_t{1} << pair.first;
    timeval limit = {0, 100000};
    return sys::select(pair.first + 1, &reading, &writing, nullptr, &limit);
  });
  report_wait("epoll_pwait", [&] {
    Fd epoll = setup::epoll();
    setup::watch(epoll, pair.first, EPOLLIN | EPOLLOUT, 0);
    epoll_event event;
    return sys::epoll_pwait(epoll, &event, 1, 100, nullptr, 8);
  });
}
