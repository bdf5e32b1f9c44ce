// One poll reports a pipe that is readable, one that is writable, and a closed descriptor as POLLNVAL, but no empty
// and no full pipe. It leaves fd and events as they were.
// Covers: poll POLLIN, POLLOUT, POLLNVAL
#include "wali/test.h"

void test() {
  Pipe first = setup::pipe(), second = setup::pipe(), third = setup::pipe(O_NONBLOCK);
  setup::fill(third.write);
  setup::write_all(first.write, "x");
  Guarded<pollfd[5]> entries;
  pollfd *fds = *&entries;
  fds[0] = {first.read, POLLIN, -1};
  fds[1] = {second.read, POLLIN, -1};
  fds[2] = {second.write, POLLOUT, -1};
  fds[3] = {third.write, POLLOUT, -1};
  fds[4] = {1000, POLLIN, -1};
  for (const pollfd &entry : *entries)
    report("descriptor", entry.fd);
  report("poll", sys::poll(fds, 5, 0));
  report("with something to read", fds[0]);
  report("empty", fds[1]);
  report("with room", fds[2]);
  report("full", fds[3]);
  report("closed", fds[4]);
  report_walls("walls", entries);
}
