// For suite/process: what happens to children, seen without asking wait4.
#pragma once

#include "wali/test.h"

// From now on SIGCHLD waits for await_sigchld. It is sent when the last thread of a child has
// ended, or stopped, so that wait4 has something to tell then.
inline void keep_sigchld() {
  setup::block(SIGCHLD);
  setup::on_signal(SIGCHLD, [](int) {});
}

// Waits until SIGCHLD comes, and takes it.
inline void await_sigchld() {
  const sigset others = ~signal_bit(SIGCHLD);
  setup::require_value("rt_sigsuspend", sys::rt_sigsuspend(&others, sizeof(others)), -EINTR);
}
