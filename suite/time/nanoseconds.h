// For suite/time: points in time as one number.
#pragma once

#include "wali/test.h"

// What `clock` says, in nanoseconds.
inline int64_t nanoseconds(int clock = CLOCK_MONOTONIC) {
  const timespec time = setup::now(clock);
  return time.tv_sec * 1000000000 + time.tv_nsec;
}

// A number of nanoseconds from 0 on, as calls take it.
inline timespec to_timespec(int64_t nanoseconds) { return {nanoseconds / 1000000000, nanoseconds % 1000000000}; }

inline constexpr int64_t ms = 1000000;

// Computes, without sleeping, until `clock` has gone on by `span` nanoseconds.
inline void compute(int clock, int64_t span) {
  const int64_t start = nanoseconds(clock);
  while (nanoseconds(clock) - start < span) {
  }
}
