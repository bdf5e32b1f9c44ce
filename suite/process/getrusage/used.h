// For suite/process/getrusage: the processor time that getrusage returns.
#pragma once

#include "wali/test.h"

// In user mode and in the kernel together.
inline int64_t microseconds(const struct rusage &usage) {
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}
inline int64_t microseconds(int who) {
  struct rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(who, &usage));
  return microseconds(usage);
}

// Works until this process has used 300 ms.
inline void work() {
  while (microseconds(RUSAGE_SELF) < 300000) {
  }
}
