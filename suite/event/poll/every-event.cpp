// poll and ppoll report each event that is asked for and has happened, and no other.
// Covers: poll POLLPRI, POLLRDNORM, POLLWRNORM, POLLWRBAND, POLLRDHUP
// Covers: ppoll POLLPRI, POLLRDNORM, POLLWRNORM, POLLWRBAND, POLLRDHUP
#include "wali/test.h"

void test() {
  SocketPair tcp = setup::tcp_pair(), local = setup::socketpair();
  setup::send_urgent_byte(tcp.first, tcp.second);
  setup::write_all(local.first, "x");
  setup::shutdown(local.first, SHUT_WR);
  const int16_t asked[] = {POLLPRI, POLLIN, POLLRDNORM, POLLRDBAND, POLLRDHUP, POLLOUT, POLLWRNORM, POLLWRBAND};
  constexpr int count = sizeof(asked) / sizeof(*asked);
  auto each = [&](const char *call, auto make) {
    pollfd entries[count];
    for (int i = 0; i < count; ++i)
      entries[i] = {i == 0 ? tcp.second : local.second, asked[i], -1};
    report(call, make(entries));
    for (const pollfd &entry : entries)
      report(label(call, " for ", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.events)}),
             Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
  };
  each("poll", [](pollfd *entries) { return sys::poll(entries, count, 0); });
  timespec zero = {0, 0};
  each("ppoll", [&](pollfd *entries) { return sys::ppoll(entries, count, &zero, nullptr, 0); });
}
