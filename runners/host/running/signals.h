// The guest's signal actions, and the native handlers that stand for them.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>

#include "runners/host/running/thread.h"

namespace wali::host {

inline constexpr int signal_count = 64;

// The process's actions. Sentinel actions are the kernel's own; for a handler
// the kernel is given a native one, which finds here what the guest wants.
class SignalTable {
public:
  // The reserved signals that this process was started to ignore. Ask before the
  // engine installs handlers of its own, and give it to inherit(). What it was
  // started to ignore of the others, the kernel still knows later.
  static SignalSet reserved_ignored_at_start();
  void inherit(SignalSet reserved_ignored);

  // Installs the native handlers of the signals that the engine needs, in front
  // of the engine's own. Call it when the engine has installed those.
  void guard_engine();

  // rt_sigaction for a valid `signo`; either pointer may be null. Returns 0 or
  // -errno.
  int64_t exchange(int signo, const SignalAction *action, SignalAction *old);

  // The handler that was last installed for `signo`. Async-signal-safe.
  SignalAction last_handler(int signo) const;

  // The kernel has reset the action (SA_RESETHAND). Async-signal-safe.
  void mark_reset(int signo) { entries[signo - 1].was_reset.store(true); }

  // Before execve: has the kernel ignore those of the reserved signals that the
  // guest ignores, since that is inherited. Afterwards, if execve failed: takes
  // them back.
  void expose_ignored();
  void reclaim_ignored();

private:
  friend struct NativeHandler;

  struct HandlerCopy {
    std::atomic<uint32_t> handler = 0, flags = 0;
    std::atomic<SignalSet> mask = 0;
  };
  struct Entry {
    SignalAction action; // what rt_sigaction reports; guarded by `lock`
    // The last action that was a handler. Readers are signal handlers and cannot
    // wait: copy number `generation % 2` is valid, the other may be in change.
    HandlerCopy handlers[2];
    std::atomic<uint32_t> generation = 0;
    std::atomic<bool> was_reset = false;
    bool is_known = false; // false: `action` is still the kernel's to tell
  };

  SignalAction reported(const Entry &entry) const;
  bool is_ignored(int signo) const;
  void learn(int signo);
  void publish_handler(Entry &entry, const SignalAction &action);

  std::mutex lock;
  Entry entries[signal_count];
};

} // namespace wali::host
