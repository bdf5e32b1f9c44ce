// How a signal hits one moment of a program.
#pragma once

#include "wali/test.h"

namespace wali {

// A timer's SIGALRM, and a loop beside it that lasts as long as the timer runs.
// Each round tells whether the loop was too short or too long, so that the signal
// comes nearer and nearer to the loop's end, at whatever instruction that is.
class Aim {
public:
  // Sets the timer and waits, without a call.
  void shoot() {
    constexpr int64_t microseconds = 30;
    const itimerval once = {{0, 0}, {0, microseconds}};
    setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &once, nullptr));
    volatile int left = length_;
    while (left > 0)
      left = left - 1;
  }

  // Tells whether the signal had come when shoot() was over.
  void learn(bool had_come) {
    constexpr int longest = 200000, least_step = 16;
    step_ = had_come == had_come_before_ ? 2 * step_ : step_ / 2;
    const int most_step = length_ / 8 + least_step;
    step_ = step_ < least_step ? least_step : step_ > most_step ? most_step : step_;
    length_ += had_come ? -step_ : step_ + rounds_++ % least_step; // not the same way there and back
    length_ = length_ < 0 ? 0 : length_ > longest ? longest : length_;
    had_come_before_ = had_come;
  }

private:
  int length_ = 10000, step_ = 1000, rounds_ = 0;
  bool had_come_before_ = false;
};

} // namespace wali
