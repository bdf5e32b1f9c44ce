// Closes a gap that the engine leaves: it computes the deadline of its next
// interruption after its callback has returned, or before a handler is called,
// from the epoch of that moment. A signal that is noted between the host's last
// look and that moment has raised the epoch already; a guest that loops without
// a call would then never be interrupted for it.
//
// So a signal that finds its thread in the host's or the engine's own code, and
// not in the guest's, starts a kernel timer that raises the epoch again until
// the signal has been delivered. The timer sends a reserved signal (reserved.h), so
// the guest's signals are not touched.
#pragma once

#include <signal.h>

#include <cstdint>

namespace wali::host {

// One for each guest thread; all functions are called on that thread, and are
// async-signal-safe but for the destructor.
class Reminder {
public:
  Reminder() = default;
  Reminder(const Reminder &) = delete;
  Reminder &operator=(const Reminder &) = delete;
  ~Reminder();

  void start();
  void stop();
  bool is_running() const { return running; }

  // Whether a signal comes from this timer.
  bool has_sent(const siginfo_t &info) const;

  // In the child of a fork: timers are not inherited.
  void forget();

private:
  static constexpr int no_timer = -1;

  int timer = no_timer; // the kernel's id
  volatile bool running = false;
};

} // namespace wali::host
