// Time that never jumps, and time that processors spent.
#pragma once

#include <sys/resource.h>

#include <ctime>

namespace wali::launch {

inline double monotonic_seconds() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// Seconds of processor time, in the kernel too, of this process (RUSAGE_SELF), or of all below it
// that have ended and were waited for (RUSAGE_CHILDREN).
inline double processor_seconds(__rusage_who who) {
  rusage usage;
  getrusage(who, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

} // namespace wali::launch
