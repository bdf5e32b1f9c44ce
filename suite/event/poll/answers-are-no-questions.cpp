// POLLERR, POLLHUP and POLLNVAL in events ask for nothing, so a pipe with room, with a byte or with nothing is not
// reported. POLLIN beside them is.
// Covers: poll POLLERR, POLLHUP, POLLNVAL in events
// Covers: ppoll POLLERR, POLLHUP, POLLNVAL in events
#include "wali/test.h"

namespace {

template <class Poll> void report_entries(const char *name, Poll poll) {
  Pipe pipe = setup::pipe(), empty = setup::pipe();
  setup::write_all(pipe.write, "x");
  constexpr int16_t answers = POLLERR | POLLHUP | POLLNVAL;
  pollfd entries[] = {{pipe.read, answers, -1},
                      {pipe.write, answers, -1},
                      {empty.read, answers, -1},
                      {pipe.read, answers | POLLIN, -1}};
  report(name, poll(entries));
  for (const pollfd &entry : entries)
    report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
}

} // namespace

void test() {
  report_entries("poll", [](pollfd *entries) { return sys::poll(entries, 4, 0); });
  report_entries("ppoll", [](pollfd *entries) {
    timespec zero = {0, 0};
    return sys::ppoll(entries, 4, &zero, nullptr, 8);
  });
}
