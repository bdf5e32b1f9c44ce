// Waits that end when the time of their socket has passed.
#pragma once

#include "wali/test.h"

namespace wali {

// The time that a socket waits in the programs of this group that await its end: 30 ms.
inline constexpr timeval soon = {0, 30000};

// Reports what a call gives, and that it has waited so long.
template <class Call> void report_waited(const Name &name, Call call) {
  const timespec begun = setup::now();
  report(name, call());
  const timespec ended = setup::now();
  const int64_t waited = (ended.tv_sec - begun.tv_sec) * 1000000000 + ended.tv_nsec - begun.tv_nsec;
  report("nanoseconds that it waited, compared with 29 ms", compared(waited, int64_t{29000000}));
}

} // namespace wali
