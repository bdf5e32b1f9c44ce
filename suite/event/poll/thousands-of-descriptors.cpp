// poll and ppoll look at 3000 entries, including descriptors above 1024, and report each that is ready.
// Covers: poll many descriptors
// Covers: ppoll many descriptors
// REQUIRES: open-files-4k
#include "wali/test.h"

namespace {

constexpr int count = 3000;
pollfd entries[count];

template <class Poll> void report_entries(const char *name, Poll poll) {
  for (pollfd &entry : entries)
    entry.revents = -1;
  report(name, poll());
  int asked[2] = {}, told[2] = {}; // of the first 1024, and of those behind
  for (int i = 0; i < count; ++i) {
    asked[i >= 1024] += i % 7 == 0;
    told[i >= 1024] += i % 7 == 0 && entries[i].revents == POLLIN;
  }
  report("ready among the first", asked[0]);
  report("told of these", told[0]);
  report("ready behind", asked[1]);
  report("told of these", told[1]);
  report("the last", Flags{abi::sets::poll_events, static_cast<uint16_t>(entries[count - 1].revents)});
}

} // namespace

void test() {
  setup::limit(RLIMIT_NOFILE, 4096);
  Fd idle = setup::eventfd(0), ready = setup::eventfd(1);
  for (int i = 0; i < count; ++i)
    entries[i] = {setup::duplicate(i % 7 == 0 ? ready : idle).release(), POLLIN, 0};
  report_entries("poll", [] { return sys::poll(entries, count, 0); });
  report_entries("ppoll", [] {
    timespec zero = {0, 0};
    return sys::ppoll(entries, count, &zero, nullptr, 8);
  });
}
