// A wait of poll, ppoll, select, pselect6 or epoll_pwait for room in a full pipe ends when another thread has read
// from it.
// Covers: poll POLLOUT that is waited for
// Covers: ppoll POLLOUT that is waited for
// Covers: select room that is waited for
// Covers: pselect6 room that is waited for
// Covers: epoll_pwait EPOLLOUT that is waited for
#include "suite/event/other_end.h"

namespace {

template <class Wait> void report_room(const char *name, Wait wait) {
  Pipe pipe = full_pipe();
  report_ended_wait(name, pipe, make_room, [&] { return wait(pipe.write); });
}

} // namespace

void test() {
  pollfd entry = {-1, POLLOUT, -1};
  fd_set write = {};
  uint64_t asked = 0;
  epoll_event event = {};
  const auto ask = [&](int fd) {
    entry = {fd, POLLOUT, -1};
    asked = uint64_t{1} << fd;
    write.bits[0] = asked;
  };
  report_room("poll", [&](int fd) { return ask(fd), sys::poll(&entry, 1, -1); });
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
  report_room("ppoll", [&](int fd) { return ask(fd), sys::ppoll(&entry, 1, nullptr, nullptr, 8); });
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
  report_room("select", [&](int fd) { return ask(fd), sys::select(fd + 1, nullptr, &write, nullptr, nullptr); });
  report("asked for", Hex{asked});
  report("writable", Hex{write.bits[0]});
  report_room("pselect6",
              [&](int fd) { return ask(fd), sys::pselect6(fd + 1, nullptr, &write, nullptr, nullptr, nullptr); });
  report("asked for", Hex{asked});
  report("writable", Hex{write.bits[0]});
  report_room("epoll_pwait", [&](int fd) {
    Fd epoll = setup::epoll();
    setup::watch(epoll, fd, EPOLLOUT, 9);
    return sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 8);
  });
  report("event", event);
}
