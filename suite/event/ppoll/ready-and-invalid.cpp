// One ppoll reports what is readable and what is writable, nothing for an empty pipe, and a
// closed descriptor as POLLNVAL. A call that fails leaves the entries as they were.
// Covers: ppoll POLLIN, POLLOUT, POLLNVAL, EINVAL
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
  timespec zero = {0, 0}, wrong = {0, 1000000000};
  for (const pollfd &entry : *entries)
    report("descriptor", entry.fd);
  report("ppoll", sys::ppoll(fds, 4, &zero, nullptr, 0));
  report("readable", fds[0]);
  report("empty", fds[1]);
  report("writable", fds[2]);
  report("closed", fds[3]);
  report_walls("walls", entries);
  entries.fill();
  report("wrong time", sys::ppoll(fds, 4, &wrong, nullptr, 0));
  report_poison("entries", entries);
}
