// Two threads wait on two instances that watch a pipe. With EPOLLEXCLUSIVE a byte wakes only one of them, and without
// the flag it wakes both.
// Covers: epoll_ctl EPOLLEXCLUSIVE wakes one
#include "wali/test.h"

namespace {

constexpr uint64_t from_pipe = 1, from_end = 2;

// A thread that waits once on an instance of its own.
struct Waiter {
  Fd epoll = setup::epoll();
  epoll_event seen = {};

  void watch(int fd, uint32_t events, uint64_t data) const {
    epoll_event event = {events, data};
    setup::require_zero("epoll_ctl", sys::epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event));
  }
  static void wait(void *pointer) {
    auto &self = *static_cast<Waiter *>(pointer);
    sys::epoll_pwait(self.epoll, &self.seen, 1, -1, nullptr, 0);
  }
};

// How many of two waiters hear of the pipe before they hear that all is over.
int told(uint32_t flag) {
  Pipe pipe = setup::pipe(), end = setup::pipe();
  Waiter waiters[2];
  for (Waiter &waiter : waiters) {
    waiter.watch(pipe.read, EPOLLIN | flag, from_pipe);
    waiter.watch(end.read, EPOLLIN, from_end);
  }
  {
    Thread first(Waiter::wait, &waiters[0]), second(Waiter::wait, &waiters[1]);
    setup::sleep_ms(10); // until both wait, most likely
    setup::write_all(pipe.write, "x");
    setup::write_all(end.write, "x");
  }
  int count = 0;
  for (const Waiter &waiter : waiters)
    count += waiter.seen.data == from_pipe;
  return count;
}

} // namespace

void test() {
  // Where a thread does not wait yet when the byte comes, its instance is told as well.
  int exclusive = 2;
  for (int tries = 0; tries < 50 && exclusive == 2; ++tries)
    exclusive = told(EPOLLEXCLUSIVE);
  report("told with EPOLLEXCLUSIVE", exclusive);
  report("told without", told(0));
}
