// A readable pipe, a full one's end and a closed descriptor are told apart in
// one call, and each entry's own fields stay.
// Covers: poll POLLIN, POLLOUT, POLLNVAL
#include "wali/test.h"

void test() {
  Pipe first = setup::pipe(), second = setup::pipe();
  setup::write_all(first.write, "x");
  Guarded<pollfd[4]> entries;
  pollfd *fds = *&entries;
  fds[0] = {first.read, POLLIN, -1};
  fds[1] = {second.read, POLLIN, -1};
  fds[2] = {second.write, POLLOUT, -1};
  fds[3] = {1000, POLLIN, -1};
  report("poll", sys::poll(fds, 4, 0));
  report("readable", Flags{abi::sets::poll_events, static_cast<uint16_t>(fds[0].revents)});
  report("empty", Flags{abi::sets::poll_events, static_cast<uint16_t>(fds[1].revents)});
  report("writable", Flags{abi::sets::poll_events, static_cast<uint16_t>(fds[2].revents)});
  report("closed", fds[3]);
  report_walls("walls", entries);
}
