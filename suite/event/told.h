// What an epoll instance reports at a moment.
#pragma once

#include "wali/test.h"

namespace wali {

// Reports how many events the instance has now, and the first of them: all zero where there is none.
inline void report_told(const char *when, int epoll) {
  epoll_event events[4] = {};
  report(when, sys::epoll_pwait(epoll, events, 4, 0, nullptr, 8));
  report(label(when, ": event"), events[0]);
}

// Changes what the instance watches (EPOLL_CTL_…), and gives the result.
inline Result control(int epoll, int operation, int fd, uint32_t events, uint64_t data) {
  epoll_event event = {events, data};
  return sys::epoll_ctl(epoll, operation, fd, &event);
}

// A thread that waits for one event of `epoll`, from its start to the end of its life.
class EpollWaiter {
public:
  explicit EpollWaiter(int epoll) : epoll_(epoll), thread_(wait, this) {}
  // What it was told.
  const epoll_event &told() {
    thread_.join();
    return told_;
  }

private:
  static void wait(void *pointer) {
    auto &self = *static_cast<EpollWaiter *>(pointer);
    sys::epoll_pwait(self.epoll_, &self.told_, 1, -1, nullptr, 8);
  }

  int epoll_;
  epoll_event told_ = {};
  Thread thread_;
};

} // namespace wali
