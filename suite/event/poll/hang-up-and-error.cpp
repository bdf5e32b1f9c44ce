// When the other end of a pipe is closed, poll reports POLLHUP to a reader and POLLERR to a
// writer, whether they are asked for or not.
// Covers: poll POLLHUP, POLLERR
#include "wali/test.h"

void test() {
  Pipe first = setup::pipe(), second = setup::pipe();
  first.write.reset();
  second.read.reset();
  pollfd entries[] = {{first.read, 0, 0}, {second.write, POLLOUT, 0}};
  report("poll", sys::poll(entries, 2, -1));
  report("reader", Flags{abi::sets::poll_events, static_cast<uint16_t>(entries[0].revents)});
  report("writer", Flags{abi::sets::poll_events, static_cast<uint16_t>(entries[1].revents)});
}
