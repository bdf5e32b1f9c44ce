// Each event that is asked for alone is told alone, by poll and by ppoll.
// Covers: poll POLLPRI, POLLRDNORM, POLLWRNORM, POLLWRBAND, POLLRDHUP
// Covers: ppoll POLLPRI, POLLRDNORM, POLLWRNORM, POLLWRBAND, POLLRDHUP
#include "wali/test.h"

void test() {
  SocketPair tcp = setup::tcp_pair(), local = setup::socketpair();
  setup::send_urgent_byte(tcp.first, tcp.second);
  setup::write_all(local.first, "x");
  setup::require_zero("shutdown", sys::shutdown(local.first, SHUT_WR));
  const int16_t asked[] = {POLLPRI, POLLIN, POLLRDNORM, POLLRDBAND, POLLRDHUP, POLLOUT, POLLWRNORM, POLLWRBAND};
  constexpr int count = sizeof(asked) / sizeof(*asked);
  for (const char *call : {"poll", "ppoll"}) {
    pollfd entries[count];
    for (int i = 0; i < count; ++i)
      entries[i] = {i == 0 ? tcp.second : local.second, asked[i], -1};
    timespec zero = {0, 0};
    report(call, call[1] == 'o' ? sys::poll(entries, count, 0) : sys::ppoll(entries, count, &zero, nullptr, 0));
    for (const pollfd &entry : entries)
      report(label(call, " for ", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.events)}),
             Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
  }
}
