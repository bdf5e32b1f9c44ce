// select and pselect6 refuse negative seconds, negative fractions, too many nanoseconds, and any negative count. The
// timeout and the set stay as they were.
// Covers: select EINVAL
// Covers: pselect6 EINVAL
#include "wali/test.h"

namespace {

int64_t fraction(const timeval &time) { return time.tv_usec; }
int64_t fraction(const timespec &time) { return time.tv_nsec; }

template <class Time, size_t count, class Select>
void report_refused(const char *name, const Time (&times)[count], Select select) {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  fd_set read = {{uint64_t{1} << pipe.read}};
  report("set before", Hex{read.bits[0]});
  const auto report_call = [&](const Line &call, int nfds, Time time) {
    report(call, select(nfds, &read, &time));
    report("time", label(time.tv_sec, " and ", fraction(time)));
    report("set", Hex{read.bits[0]});
  };
  for (const Time &time : times)
    report_call(label(name, " with a time"), 64, time);
  for (int nfds : {-1, -64, -100000, INT32_MIN})
    report_call(label(name, " of ", nfds), nfds, {0, 0});
}

} // namespace

void test() {
  const timeval microseconds[] = {{-1, 0}, {0, -1}, {-1, 999999}};
  const timespec nanoseconds[] = {{-1, 0}, {0, -1}, {-1, 999999999}, {0, 1000000001}};
  report_refused("select", microseconds,
                 [](int nfds, fd_set *read, timeval *time) { return sys::select(nfds, read, nullptr, nullptr, time); });
  report_refused("pselect6", nanoseconds, [](int nfds, fd_set *read, timespec *time) {
    return sys::pselect6(nfds, read, nullptr, nullptr, time, nullptr);
  });
}
