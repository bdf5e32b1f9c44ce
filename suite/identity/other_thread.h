// For suite/identity: the calls change the calling thread alone. That a process has one
// set of ids is a C library's work.
#pragma once

#include "wali/test.h"

// Runs `body` in a thread of its own and waits for its end. `body` may report.
inline void in_another_thread(void (*body)()) {
  Thread([](void *raw) { (*static_cast<void (**)()>(raw))(); }, &body).join();
}
