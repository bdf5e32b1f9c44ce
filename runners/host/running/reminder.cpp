#include "runners/host/running/reminder.h"

#include <time.h>

#include "runners/host/running/raw_syscall.h"
#include "runners/host/running/reserved.h"

namespace wali::host {
namespace {

// The kernel's struct sigevent, as far as it reads it.
struct Event {
  void *value;
  int32_t signo;
  int32_t notify;
  int32_t thread_id;
  int32_t unused[11];
};
static_assert(sizeof(Event) == 64);

constexpr int notify_thread = 4; // SIGEV_THREAD_ID
constexpr long interval_nanoseconds = 1'000'000;

} // namespace

Reminder::~Reminder() {
  if (timer != no_timer)
    raw_syscall(SYS_timer_delete, static_cast<uint64_t>(timer));
}

void Reminder::start() {
  if (timer == no_timer) {
    Event event{};
    event.value = this;
    event.signo = hosts_own_signal;
    event.notify = notify_thread;
    event.thread_id = static_cast<int32_t>(raw_syscall(SYS_gettid));
    int created = no_timer;
    raw_syscall(SYS_timer_create, CLOCK_MONOTONIC, raw_pointer(&event), raw_pointer(&created));
    timer = created;
  }
  const itimerspec often{{0, interval_nanoseconds}, {0, interval_nanoseconds}};
  raw_syscall(SYS_timer_settime, static_cast<uint64_t>(timer), 0, raw_pointer(&often), 0);
  running = true;
}

void Reminder::stop() {
  const itimerspec never{};
  raw_syscall(SYS_timer_settime, static_cast<uint64_t>(timer), 0, raw_pointer(&never), 0);
  running = false;
}

bool Reminder::has_sent(const siginfo_t &info) const {
  return info.si_code == SI_TIMER && info.si_value.sival_ptr == this;
}

void Reminder::forget() {
  timer = no_timer;
  running = false;
}

} // namespace wali::host
