// Who is told what happens to a guest beside its calls: --trace. Nothing of this lies
// on the way of a call.
#pragma once

#include <signal.h>

#include <cstdint>

namespace wali::host {

class Watcher {
public:
  // A signal has its frame on the guest's stack; its handler runs soon.
  virtual void signal_delivered(const siginfo_t &info) = 0;
  // The function at that index of table 0 is about to run for the signal, and has returned.
  virtual void handler_begins(int signo, uint32_t index) = 0;
  virtual void handler_ends(int signo, uint32_t index) = 0;

  // The calling thread ends; the process goes on.
  virtual void thread_ends(int status) = 0;
  virtual void process_exits(int status) = 0;
  // The process dies of a signal; `info` is the signal's, or null where the host
  // found the reason. Async-signal-safe.
  virtual void process_dies(int signo, const siginfo_t *info) = 0;

protected:
  ~Watcher() = default;
};

// Set before the Process is made, or never.
inline Watcher *watcher = nullptr;

} // namespace wali::host
