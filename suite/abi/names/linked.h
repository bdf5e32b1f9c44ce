// Programs that import one call beside what every program does, and do not make it.
#pragma once

#include "wali/test.h"

// Says that the module with `call`, which is never run, has been linked.
template <class Call> void report_linked(const char *import, Call call) {
  static volatile bool is_wanted = false;
  if (is_wanted)
    call();
  report("linked", import);
}
