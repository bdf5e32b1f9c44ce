// POLLRDNORM and POLLWRNORM end a wait of poll, ppoll or epoll_pwait as POLLIN and POLLOUT do, alone and together
// with them.
// Covers: poll POLLRDNORM and POLLWRNORM that are waited for
// Covers: ppoll POLLRDNORM and POLLWRNORM that are waited for
// Covers: epoll_pwait EPOLLRDNORM and EPOLLWRNORM that are waited for
#include "suite/event/other_end.h"

namespace {

// Waits for events of an empty pipe that gets a byte, and of a full one that gets room. poll and epoll number them
// alike.
template <class Wait> void report_events(const char *name, Wait wait) {
  uint32_t told = 0;
  const auto line = [&](int16_t asked) {
    return label(name, " for ", Flags{abi::sets::poll_events, static_cast<uint16_t>(asked)});
  };
  for (int16_t asked : {POLLRDNORM, POLLIN | POLLRDNORM}) {
    Pipe empty = setup::pipe();
    report_ended_wait(line(asked), empty, write_byte, [&] { return wait(empty.read, asked, told); });
    report("told", Flags{abi::sets::poll_events, told});
  }
  for (int16_t asked : {POLLWRNORM, POLLOUT | POLLWRNORM}) {
    Pipe full = full_pipe();
    report_ended_wait(line(asked), full, make_room, [&] { return wait(full.write, asked, told); });
    report("told", Flags{abi::sets::poll_events, told});
  }
}

} // namespace

void test() {
  report_events("poll", [](int fd, int16_t asked, uint32_t &told) {
    pollfd entry = {fd, asked, -1};
    const Result result = sys::poll(&entry, 1, -1);
    told = static_cast<uint16_t>(entry.revents);
    return result;
  });
  report_events("ppoll", [](int fd, int16_t asked, uint32_t &told) {
    pollfd entry = {fd, asked, -1};
    const Result result = sys::ppoll(&entry, 1, nullptr, nullptr, 8);
    told = static_cast<uint16_t>(entry.revents);
    return result;
  });
  report_events("epoll_pwait", [](int fd, int16_t asked, uint32_t &told) {
    Fd epoll = setup::epoll();
    setup::watch(epoll, fd, static_cast<uint32_t>(asked), 1);
    epoll_event event = {};
    const Result result = sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 8);
    told = event.events;
    return result;
  });
}
