// A timer that interrupts the engine again until a signal has been delivered.
//
// The engine computes the deadline of its next interruption from the current epoch,
// after its callback has returned or before it calls a handler. A signal may be noted
// between the host's last check and that moment. It has raised the epoch too early, and
// a guest that loops without a call would never be interrupted for it.
//
// So if a signal arrives while its thread runs the host's or the engine's own code, a
// kernel timer starts. It raises the epoch again and again until the signal has been
// delivered. The timer sends a reserved signal (reserved.h), so it does not disturb the
// guest's signals.
#pragma once

#include <signal.h>

#include <cstdint>

namespace wali::host {

// Each guest thread has one. All functions must be called on that thread. Except for
// the destructor, they are async-signal-safe.
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

  // Call this in the child of a fork, which does not inherit timers.
  void forget();

private:
  static constexpr int no_timer = -1;

  int timer = no_timer; // the kernel's id
  volatile bool running = false;
};

} // namespace wali::host
