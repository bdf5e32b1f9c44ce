// Processes share a rate limiter: after a burst each request waits for its turn, which no sleep ends before, however
// it is slept, and all of them together take as long as the rate says.
// Covers: time nanosleep, select, setitimer, rt_sigsuspend
#include "suite/scenario/clock.h"

namespace {

constexpr int processes = 3, requests = 12, burst = 4;
constexpr int64_t interval = 3700000; // nanoseconds: no whole number of milliseconds

struct Limiter {
  int64_t taken_until; // when the bucket has its last token back
  int early, requests;
};

// When the request may go on that comes now.
int64_t take_turn(Limiter &limiter) {
  int64_t until = __atomic_load_n(&limiter.taken_until, __ATOMIC_RELAXED), next;
  do {
    const int64_t now = nanoseconds();
    next = (until > now ? until : now) + interval;
  } while (!__atomic_compare_exchange_n(&limiter.taken_until, &until, next, true, __ATOMIC_RELAXED, __ATOMIC_RELAXED));
  return next - burst * interval;
}

void sleep_by_nanosleep(int64_t span) {
  const timespec time = to_timespec(span);
  setup::require_zero("nanosleep", sys::nanosleep(&time, nullptr));
}
timeval rounded_up(int64_t span) {
  const int64_t microseconds = (span + 999) / 1000;
  return {microseconds / 1000000, microseconds % 1000000};
}
void sleep_by_select(int64_t span) {
  timeval time = rounded_up(span);
  setup::require_zero("select", sys::select(0, nullptr, nullptr, nullptr, &time));
}
// SIGALRM is blocked otherwise.
void sleep_by_timer(int64_t span) {
  const itimerval timer = {{0, 0}, rounded_up(span)};
  setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &timer, nullptr));
  const sigset none = 0;
  setup::require_value("rt_sigsuspend", sys::rt_sigsuspend(&none, sizeof(none)), -EINTR);
}

void make_requests(Limiter &limiter, void (*sleep)(int64_t span)) {
  for (int i = 0; i < requests; ++i) {
    const int64_t turn = take_turn(limiter), left = turn - nanoseconds();
    if (left > 0)
      sleep(left);
    __atomic_fetch_add(&limiter.early, nanoseconds() < turn, __ATOMIC_RELAXED);
    __atomic_fetch_add(&limiter.requests, 1, __ATOMIC_RELAXED);
  }
}

} // namespace

void test() {
  setup::block(SIGALRM);
  setup::on_signal(SIGALRM, [](int) {});
  Limiter &limiter = setup::shared<Limiter>();
  const int64_t start = nanoseconds();
  Child children[processes] = {setup::fork([&] { make_requests(limiter, sleep_by_nanosleep); }),
                               setup::fork([&] { make_requests(limiter, sleep_by_select); }),
                               setup::fork([&] { make_requests(limiter, sleep_by_timer); })};
  for (Child &child : children)
    report("process", child.wait());
  report("requests", limiter.requests);
  report("requests before their turn", limiter.early);
  report("time against that of the rate", compared(nanoseconds() - start, (processes * requests - burst) * interval));
}
