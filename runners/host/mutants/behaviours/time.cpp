// Time: which clock counts, how long a sleep lasts, and what is left of a timer.
#include <errno.h>
#include <signal.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

constexpr int64_t second = 1'000'000'000;

timespec time_of(int64_t clock) {
  timespec now{};
  kernel_call(SYS_clock_gettime, clock, &now);
  return now;
}
int64_t to_number(const timespec &time) { return time.tv_sec * second + time.tv_nsec; }
timespec to_time(int64_t nanoseconds) { return {nanoseconds / second, nanoseconds % second}; }
timeval nine_tenths(const timeval &time) {
  const int64_t tenths = (time.tv_sec * 1'000'000 + time.tv_usec) * 9 / 10;
  return {tenths / 1'000'000, tenths % 1'000'000};
}

itimerval timer_now() {
  itimerval now{};
  kernel_call(SYS_getitimer, ITIMER_REAL, &now);
  return now;
}
bool is_running(const itimerval &timer) { return timerisset(&timer.it_value); }
int64_t whole_seconds(const timeval &time) {
  if (time.tv_sec == 0 && time.tv_usec > 0)
    return 1; // alarm never tells 0 of a timer that runs
  return time.tv_sec + (time.tv_usec >= 500'000 ? 1 : 0);
}

// --- alarm -------------------------------------------------------------------

int64_t extends_only(Invocation &call) {
  const itimerval now = timer_now();
  const int64_t asked = call.arguments.u32(0);
  return is_running(now) && asked > now.it_value.tv_sec ? whole_seconds(now.it_value) : call.call();
}
int64_t alarm_not_aged(Invocation &call) {
  static int64_t asked_before = 0;
  const int64_t result = call.call();
  const int64_t before = std::exchange(asked_before, call.arguments.u32(0));
  return result > 0 && before > 0 ? before : result;
}
int64_t rest_rounded_down(Invocation &call) {
  const itimerval now = timer_now();
  const int64_t result = call.call();
  return result > 0 && is_running(now) ? now.it_value.tv_sec : result;
}
int64_t zero_asks(Invocation &call) {
  return call.arguments.u32(0) == 0 ? whole_seconds(timer_now().it_value) : call.call();
}
template <timeval (*first)(const timeval &), bool repeats> int64_t alarm_set(Invocation &call) {
  const timeval asked{call.arguments.u32(0), 0};
  const itimerval next{.it_interval = repeats ? asked : timeval{}, .it_value = first(asked)};
  itimerval before{};
  kernel_call(SYS_setitimer, ITIMER_REAL, &next, &before);
  return whole_seconds(before.it_value);
}
timeval unchanged(const timeval &time) { return time; }

// Whether setitimer has set the real timer last.
bool is_setitimers = false;
int64_t setter_noted(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && call.arguments.i32(0) == ITIMER_REAL)
    is_setitimers = true;
  return result;
}
int64_t setitimers_timer_untold(Invocation &call) {
  const int64_t result = call.call();
  return std::exchange(is_setitimers, false) ? 0 : result;
}

// --- setitimer ---------------------------------------------------------------

int64_t timer_not_aged(Invocation &call) {
  static Remembered<timeval> set;
  const auto which = static_cast<uint64_t>(call.arguments.u32(0));
  const itimerval next = pointed_to<itimerval>(call, 1);
  const int64_t result = call.call();
  itimerval old = pointed_to<itimerval>(call, 2);
  if (result != 0)
    return result;
  if (is_running(old) && timerisset(&set[which])) {
    old.it_value = set[which];
    put(call, 2, old);
  }
  set[which] = next.it_value;
  return result;
}
int64_t failure_stops_the_timer(Invocation &call) {
  const int64_t result = call.call();
  const itimerval none{};
  if (result < 0 && call.arguments.u32(0) <= ITIMER_PROF)
    kernel_call(SYS_setitimer, call.arguments.i32(0), &none, nullptr);
  return result;
}
template <timeval itimerval::*part> int64_t timer_shorter(Invocation &call) {
  return call_with_changed<itimerval>(
      call, 1, [](itimerval &timer) { timer.*part = nine_tenths(timer.*part); });
}

// A timer of timer_create in place of one of the three. Nor has a child any.
class OtherTimer {
public:
  itimerval exchange(int64_t clock, int signo, int thread, const itimerval &next) {
    if (std::exchange(owner, getpid()) != getpid()) {
      sigevent event{};
      event.sigev_signo = signo;
      event.sigev_notify = thread != 0 ? SIGEV_THREAD_ID : SIGEV_SIGNAL;
      event._sigev_un._tid = thread;
      kernel_call(SYS_timer_create, clock, &event, &id);
    }
    const itimerspec given{.it_interval = to_timespec(next.it_interval),
                           .it_value = to_timespec(next.it_value)};
    itimerspec old{};
    kernel_call(SYS_timer_settime, id, 0, &given, &old);
    return {.it_interval = to_timeval(old.it_interval), .it_value = to_timeval(old.it_value)};
  }

private:
  static timespec to_timespec(const timeval &time) { return {time.tv_sec, time.tv_usec * 1000}; }
  static timeval to_timeval(const timespec &time) {
    return {time.tv_sec, (time.tv_nsec + 999) / 1000};
  }

  int owner = 0, id = 0;
};

thread_local OtherTimer own_real_timer;
int64_t each_threads_alarm(Invocation &call) {
  const itimerval next{.it_interval = {}, .it_value = {call.arguments.u32(0), 0}};
  return whole_seconds(
      own_real_timer.exchange(CLOCK_MONOTONIC, SIGALRM, call.thread.id(), next).it_value);
}
int64_t each_threads_timer(Invocation &call) {
  if (call.arguments.i32(0) != ITIMER_REAL || call.arguments[1] == 0)
    return call.call();
  const itimerval next = pointed_to<itimerval>(call, 1);
  put(call, 2, own_real_timer.exchange(CLOCK_MONOTONIC, SIGALRM, call.thread.id(), next));
  return 0;
}
int64_t virtual_time_passes(Invocation &call) {
  static OtherTimer timer;
  if (call.arguments.i32(0) != ITIMER_VIRTUAL || call.arguments[1] == 0)
    return call.call();
  const itimerval next = pointed_to<itimerval>(call, 1);
  put(call, 2, timer.exchange(CLOCK_MONOTONIC, SIGVTALRM, 0, next));
  return 0;
}

// --- Clocks ------------------------------------------------------------------

template <int asked, int told> int64_t clock_exchanged(Invocation &call) {
  if (call.arguments.i32(0) == asked)
    call.arguments[0] = told;
  return call.call();
}
template <class Change> int64_t told_time(Invocation &call, int clock, Change change) {
  const int64_t result = call.call();
  if (result == 0 && call.arguments.i32(0) == clock)
    put(call, 1, to_time(change(to_number(pointed_to<timespec>(call, 1)))));
  return result;
}
int64_t processor_time_passes(Invocation &call) {
  return told_time(call, CLOCK_PROCESS_CPUTIME_ID, [](int64_t used) {
    static const int64_t unused = to_number(time_of(CLOCK_MONOTONIC)) - used;
    return to_number(time_of(CLOCK_MONOTONIC)) - unused;
  });
}
int64_t parents_time = 0;
int64_t time_noted(Invocation &call) {
  const int64_t now = to_number(time_of(CLOCK_PROCESS_CPUTIME_ID)) + parents_time;
  const int64_t result = call.call();
  if (result == 0)
    parents_time = now;
  return result;
}
int64_t time_goes_on(Invocation &call) {
  return told_time(call, CLOCK_PROCESS_CPUTIME_ID,
                   [](int64_t used) { return used + parents_time; });
}
// The clock of another process or thread has a negative number: ~id in its upper 29
// bits.
int64_t clock_of_the_caller(Invocation &call) {
  if (const int clock = call.arguments.i32(0); clock < 0 && call.call() == 0)
    call.arguments[0] = ~int64_t{7} | (clock & 7);
  return call.call();
}
int64_t ended_have_clocks(Invocation &call) {
  const int64_t result = call.call();
  const int clock = call.arguments.i32(0);
  if (result != -EINVAL || clock >= 0)
    return result;
  call.arguments[0] = ~int64_t{7} | (clock & 7);
  return call.call();
}
int64_t whole_ticks(Invocation &call) {
  const int64_t result = call.call();
  const timespec tick = time_of(CLOCK_REALTIME_COARSE);
  if (result == 0)
    put(call, 0, timeval{tick.tv_sec, tick.tv_nsec / 1000});
  return result;
}

// --- Sleeping ----------------------------------------------------------------

// nanosleep has what it is asked for in argument 0, clock_nanosleep in argument 2.
bool is_until(Invocation &call, size_t request) {
  return request == 2 && (call.arguments[1] & TIMER_ABSTIME) != 0;
}
template <size_t request> int64_t sleeps_shorter(Invocation &call) {
  if (!is_until(call, request))
    return call_with_changed<timespec>(call, request, shorten<timespec>);
  const int64_t now = to_number(time_of(call.arguments.i32(0)));
  return call_with_changed<timespec>(call, request, [now](timespec &until) {
    if (const int64_t asked = to_number(until); until.tv_nsec >= 0 && asked > now)
      until = to_time(now + (asked - now) / 10 * 9);
  });
}
template <size_t request> int64_t whole_milliseconds(Invocation &call) {
  return call_with_changed<timespec>(
      call, request, [](timespec &time) { time.tv_nsec -= time.tv_nsec % 1'000'000; });
}
template <size_t request> int64_t remainder_not_aged(Invocation &call) {
  const timespec asked = pointed_to<timespec>(call, request);
  const int64_t result = call.call();
  if (result == -EINTR && !is_until(call, request))
    put(call, request + 1, asked);
  return result;
}
int64_t remainder_of_until(Invocation &call) {
  const timespec until = pointed_to<timespec>(call, 2);
  const int64_t result = call.call();
  if (result == -EINTR && is_until(call, 2))
    put(call, 3, to_time(to_number(until) - to_number(time_of(call.arguments.i32(0)))));
  return result;
}
int64_t processor_clock_passes(Invocation &call) {
  if (call.arguments.i32(0) == CLOCK_PROCESS_CPUTIME_ID && !is_until(call, 2))
    call.arguments[0] = CLOCK_MONOTONIC;
  return call.call();
}
int64_t past_is_refused(Invocation &call) {
  const timespec until = pointed_to<timespec>(call, 2);
  if (is_until(call, 2) && call.arguments.i32(0) == CLOCK_REALTIME &&
      to_number(until) < to_number(time_of(CLOCK_REALTIME)))
    return until.tv_sec >= 0 && until.tv_nsec >= 0 ? -EINVAL : call.call();
  return call.call();
}

const Behaviour behaviours[] = {
    // alarm
    {"alarm", "extends-only", "a later alarm does not replace an earlier one that rings sooner",
     extends_only},
    {"alarm", "old-not-aged", "alarm tells what the earlier one was set to, not what is left",
     alarm_not_aged},
    {"alarm", "rounds-down", "alarm tells the seconds that are left rounded down",
     rest_rounded_down},
    {"alarm", "zero-asks", "alarm with 0 tells what is left and stops nothing", zero_asks},
    {"alarm", "early", "an alarm rings when nine tenths of its time have passed",
     alarm_set<nine_tenths, false>},
    {"alarm", "repeats", "an alarm rings again and again", alarm_set<unchanged, true>},
    {"alarm",
     "apart-from-setitimer",
     "alarm tells nothing of a timer that setitimer has set",
     setitimers_timer_untold,
     {{{"setitimer", setter_noted}}}},
    {"alarm",
     "each-threads-own",
     "each thread has an alarm of its own",
     each_threads_alarm,
     {{{"setitimer", each_threads_timer}}}},

    // setitimer
    {"setitimer", "old-not-aged", "setitimer tells what the timer was set to, not what is left",
     timer_not_aged},
    {"setitimer", "failure-stops-it", "a setitimer that fails has stopped the timer",
     failure_stops_the_timer},
    {"setitimer", "early", "a timer rings when nine tenths of its time have passed",
     timer_shorter<&itimerval::it_value>},
    {"setitimer", "interval-short", "a timer's intervals last nine tenths of their time",
     timer_shorter<&itimerval::it_interval>},
    {"setitimer", "virtual-counts-waiting", "ITIMER_VIRTUAL counts while the process sleeps",
     virtual_time_passes},

    // Clocks
    {"clock_gettime", "thread-is-process",
     "the clock of a thread's processor time is the process's",
     clock_exchanged<CLOCK_THREAD_CPUTIME_ID, CLOCK_PROCESS_CPUTIME_ID>},
    {"clock_gettime", "process-is-thread",
     "the clock of the process's processor time is the thread's",
     clock_exchanged<CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID>},
    {"clock_gettime", "processor-counts-waiting", "the process's processor time counts its sleep",
     processor_time_passes},
    {"clock_gettime",
     "child-goes-on",
     "the processor time of a fork child begins with that of its parent",
     time_goes_on,
     {{{"fork", time_noted}}}},
    {"clock_gettime", "others-are-the-caller",
     "the processor clock of another process or thread is that of the caller", clock_of_the_caller},
    {"clock_getres", "ended-have-clocks",
     "clock_getres knows the processor clock of a process that has ended", ended_have_clocks},
    {"gettimeofday", "whole-ticks", "gettimeofday tells the time of the kernel's last tick",
     whole_ticks},

    // Sleeping
    {"nanosleep", "early", "nanosleep ends when nine tenths of its time have passed",
     sleeps_shorter<0>},
    {"nanosleep", "whole-milliseconds", "nanosleep rounds down to milliseconds",
     whole_milliseconds<0>},
    {"nanosleep", "remainder-not-aged",
     "a nanosleep that is interrupted tells all of its time as what is left",
     remainder_not_aged<0>},
    {"clock_nanosleep", "early", "clock_nanosleep ends when nine tenths of its time have passed",
     sleeps_shorter<2>},
    {"clock_nanosleep", "whole-milliseconds", "clock_nanosleep rounds down to milliseconds",
     whole_milliseconds<2>},
    {"clock_nanosleep", "remainder-not-aged",
     "a clock_nanosleep that is interrupted tells all of its time as what is left",
     remainder_not_aged<2>},
    {"clock_nanosleep", "until-has-a-remainder",
     "a sleep until a point in time that is interrupted tells what is left", remainder_of_until},
    {"clock_nanosleep", "processor-clock-passes",
     "a sleep by the process's processor time ends while nobody computes", processor_clock_passes},
    {"clock_nanosleep", "past-is-refused",
     "a sleep until a point of real time that has passed is refused", past_is_refused},
};

} // namespace

std::span<const Behaviour> time_behaviours() { return behaviours; }

} // namespace wali::host::mutants
