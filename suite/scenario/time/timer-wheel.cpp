// A wheel of timers turns by one slot a tick. Timers ring in the order of their ticks, also those that are more than
// a turn away, and none before its time. One that is cancelled never rings, one that is put off rings later.
// Covers: time clock_nanosleep TIMER_ABSTIME, ppoll, epoll_pwait
#include "suite/scenario/clock.h"

namespace {

constexpr int slots = 8, timers = 10, ticks = 36;
constexpr int64_t tick = 4 * ms;

struct Timer {
  int due;  // the tick at which it rings
  int next; // in its slot; -1 for none
};

class Wheel {
public:
  Wheel() : epoll_(setup::epoll()) {
    for (int &first : first_)
      first = -1;
  }
  void set(int timer, int due) {
    timer_[timer] = {due, first_[due % slots]};
    first_[due % slots] = timer;
  }
  void cancel(int timer) {
    int *link = &first_[timer_[timer].due % slots];
    while (*link != timer)
      link = &timer_[*link].next;
    *link = timer_[timer].next;
  }
  void turn() {
    start_ = nanoseconds();
    for (int now = 1; now <= ticks; ++now) {
      sleep_until(start_ + now * tick, now % 3);
      ring(now);
    }
  }
  const Line &log() const { return log_; }
  int early() const { return early_; }

private:
  // By each of three calls in turn. None of them may end early, so that nobody looks again.
  void sleep_until(int64_t due, int way) {
    const timespec point = to_timespec(due);
    if (way == 0)
      return setup::require_zero("clock_nanosleep",
                                 sys::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &point, nullptr));
    const int64_t left = due - nanoseconds();
    if (left <= 0)
      return;
    timespec span = to_timespec(left);
    epoll_event none;
    setup::require_zero(
        "sleep", way == 1 ? sys::ppoll(nullptr, 0, &span, nullptr, 0)
                          : sys::epoll_pwait(epoll_, &none, 1, static_cast<int>((left + ms - 1) / ms), nullptr, 0));
  }
  void ring(int now) {
    early_ += nanoseconds() < start_ + now * tick;
    for (int *link = &first_[now % slots]; *link >= 0;) {
      const int timer = *link;
      if (timer_[timer].due == now) {
        log_ << ", " << timer << " at " << now;
        *link = timer_[timer].next;
        rang(timer, now);
      } else
        link = &timer_[timer].next;
    }
  }
  // What some timers do.
  void rang(int timer, int now) {
    if (timer == 0 && now < 20)
      set(0, now + 9); // again and again, from another slot
    if (timer == 1)
      cancel(2);
    if (timer == 3) {
      cancel(4);
      set(4, now + 2);
    }
  }

  Fd epoll_;
  int64_t start_ = 0;
  int first_[slots];
  Timer timer_[timers];
  Line log_;
  int early_ = 0;
};

} // namespace

void test() {
  Wheel wheel;
  constexpr int due[] = {1, 5, 6, 7, 8, 35, 19, 11, 3, 36};
  for (int i = 0; i < timers; ++i)
    wheel.set(i, due[i]);
  wheel.turn();
  report("rang", wheel.log().text().part(2));
  report("ticks that came early", wheel.early());
}
