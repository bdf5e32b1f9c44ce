// What the guest wants done with signals, and the native handlers that stand for it.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>

#include "runners/host/running/raw_syscall.h"

namespace wali::host {

class Thread;

inline constexpr int signal_count = 64;

// What the guest wants done with one signal. `handler` is an index into table 0
// or a sentinel of ABI.md, Signals.
struct SignalAction {
  static constexpr uint32_t sig_default = 0;
  static constexpr uint32_t sig_ignore = static_cast<uint32_t>(-2);

  uint32_t handler = sig_default;
  uint32_t flags = 0; // SA_*, the bits that Linux knows
  SignalSet mask = 0;

  bool is_handler() const { return handler != sig_default && handler != sig_ignore; }
};

// The process's actions. Sentinel actions are the kernel's own; for a handler
// the kernel is given a native one, which finds here what the guest wants.
class SignalTable {
public:
  // What reserved_ignored_at_start() has found (reserved.h).
  void inherit(SignalSet reserved_ignored);

  // guard_engine_signals() (reserved.h), and what their handlers ask for.
  void guard_engine();

  // rt_sigaction for a valid `signo`; either pointer may be null. Returns 0 or
  // -errno.
  int64_t exchange(int signo, const SignalAction *action, SignalAction *old);

  // The handler that was last installed for `signo`, of a reserved signal the
  // action that was. Async-signal-safe.
  SignalAction last_handler(int signo) const;

  // With a watcher, signals of which the process dies reach this host first, which says
  // so. To the guest nothing else differs.
  void watch_deaths();

  // The kernel has reset the action (SA_RESETHAND). Async-signal-safe.
  void mark_reset(int signo);
  bool was_reset(int signo) const { return entries[signo - 1].was_reset; }

  // Those of the reserved signals that the guest ignores. `thread` is the caller.
  SignalSet ignored_reserved(Thread &thread);

private:
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
  void learn(int signo);
  void publish_handler(Entry &entry, const SignalAction &action);

  std::mutex lock;
  Entry entries[signal_count];
};

} // namespace wali::host
