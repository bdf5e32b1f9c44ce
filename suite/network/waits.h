// Waits that end when the time limit of their socket has passed.
#pragma once

#include "wali/test.h"

namespace wali {

// The time that a socket waits in the programs of this group that await its end: 200 ms.
inline constexpr timeval soon = {0, 200000};

// Milliseconds from `begun` to now.
inline int64_t milliseconds_since(const timespec &begun) {
  const timespec ended = setup::now();
  return (ended.tv_sec - begun.tv_sec) * 1000 + (ended.tv_nsec - begun.tv_nsec) / 1000000;
}

// Reports what a call gives, and that it has waited for most of `soon`. Linux counts the time of a socket in ticks.
// When the processor of a virtual machine has stood still, several ticks come at once, and the wait is that much
// shorter.
template <class Call> void report_waited(const Name &name, Call call) {
  const timespec begun = setup::now();
  report(name, call());
  report("milliseconds that it waited, compared with 100", compared(milliseconds_since(begun), int64_t{100}));
}

} // namespace wali
