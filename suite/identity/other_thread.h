// For suite/identity: the calls change the calling thread alone. A C library makes them change all threads of a
// process.
#pragma once

#include "wali/test.h"

// Runs `body` in a thread of its own and waits for its end. `body` may report.
inline void in_another_thread(void (*body)()) {
  Thread([](void *raw) { (*static_cast<void (**)()>(raw))(); }, &body).join();
}
