// ppoll ignores an entry with a negative descriptor. For an entry that asks for no events it reports only POLLHUP,
// POLLERR and POLLNVAL.
// Covers: ppoll negative descriptor, POLLHUP, POLLERR, POLLNVAL
#include "wali/test.h"

void test() {
  Pipe first = setup::pipe(), second = setup::pipe(), third = setup::pipe();
  setup::write_all(first.write, "x");
  first.write.reset();
  second.read.reset();
  setup::write_all(third.write, "x");
  pollfd entries[] = {{-1, POLLIN, 7}, {-5, POLLOUT, 7},   {first.read, 0, 7}, {second.write, 0, 7},
                      {1000, 0, 7},    {third.read, 0, 7}, {third.write, 0, 7}};
  report("ppoll", sys::ppoll(entries, 7, nullptr, nullptr, 8));
  for (const pollfd &entry : entries)
    report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
}
