// For suite/identity: the calls change the calling thread alone. That a process has one
// set of ids is a C library's work.
#pragma once

#include "wali/test.h"

// Makes `call` in a thread that ends then, and reports what it returned.
inline void in_another_thread(const char *name, Result (*call)()) {
  struct Made {
    Result (*call)();
    Result result;
  } made = {call, {}};
  Thread(
      [](void *raw) {
        Made &made = *static_cast<Made *>(raw);
        made.result = made.call();
      },
      &made)
      .join();
  report(name, made.result);
}
