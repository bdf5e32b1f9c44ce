// Points in time as one number.
#pragma once

#include "wali/test.h"

namespace wali {

inline constexpr int64_t ms = 1000000; // in nanoseconds

// What CLOCK_MONOTONIC says, in nanoseconds.
inline int64_t nanoseconds() {
  const timespec time = setup::now();
  return time.tv_sec * 1000 * ms + time.tv_nsec;
}

inline timespec to_timespec(int64_t nanoseconds) { return {nanoseconds / (1000 * ms), nanoseconds % (1000 * ms)}; }

} // namespace wali
