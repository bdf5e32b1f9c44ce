// A signal's handler interrupts each wait for readiness, with SA_RESTART too, and no event is
// reported.
// Covers: poll EINTR
// Covers: ppoll EINTR
// Covers: select EINTR, NULL timeout
// Covers: pselect6 EINTR
// Covers: epoll_pwait EINTR
#include "wali/test.h"

namespace {

int runs, last_resort;

// By the fiftieth run the wait must have been interrupted; if not, it ends.
void count(int) {
  if (++runs == 50)
    sys::write(last_resort, "x", 1);
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  last_resort = pipe.write;
  Fd epoll = setup::epoll();
  setup::watch(epoll, pipe.read, EPOLLIN, 5);
  for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}}) {
    setup::on_signal(SIGUSR2, count, flags);
    Interrupter interrupter(SIGUSR2);
    auto wait = [&](const char *call, auto make) {
      runs = 0;
      const Result result = make();
      const int seen = runs;
      const Line name = label(Flags{abi::sets::sigaction_flags, flags}, ": ", call);
      report(name, result);
      report(label(name.text(), ": runs of the handler"), seen);
    };
    epoll_event event;
    pollfd entry = {pipe.read, POLLIN, 0x55};
    wait("poll", [&] { return sys::poll(&entry, 1, -1); });
    report("revents", entry.revents);
    entry.revents = 0x55;
    wait("ppoll", [&] { return sys::ppoll(&entry, 1, nullptr, nullptr, 0); });
    report("revents", entry.revents);
    fd_set read = {{uint64_t{1} << pipe.read}};
    wait("select", [&] { return sys::select(pipe.read + 1, &read, nullptr, nullptr, nullptr); });
    wait("pselect6", [&] { return sys::pselect6(pipe.read + 1, &read, nullptr, nullptr, nullptr, nullptr); });
    wait("epoll_pwait", [&] { return sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 0); });
  }
}
