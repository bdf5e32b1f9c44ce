// The guest's signal actions, and the native handlers that the kernel has for them.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>

#include "runners/host/running/raw_syscall.h"

namespace wali::host {

class Thread;

inline constexpr int signal_count = 64;

// The guest's action for one signal. `handler` is an index into table 0, or one of the two
// special values in ABI.md, Signals.
struct SignalAction {
  static constexpr uint32_t sig_default = 0;
  static constexpr uint32_t sig_ignore = static_cast<uint32_t>(-2);

  uint32_t handler = sig_default;
  uint32_t flags = 0; // SA_*, the bits that Linux knows
  SignalSet mask = 0;

  bool is_handler() const { return handler != sig_default && handler != sig_ignore; }
};

// The guest's actions for all signals. Default and ignore are set in the kernel too. If the
// guest sets a handler, the kernel gets a native handler, which looks up the guest's here.
class SignalTable {
public:
  // Takes the result of reserved_ignored_at_start() (reserved.h).
  void inherit(SignalSet reserved_ignored);

  // Calls guard_engine_signals() (reserved.h), and publishes the actions that its handlers need.
  void guard_engine();

  // rt_sigaction. `signo` must be valid, and either pointer may be null. Returns 0 or
  // -errno.
  int64_t exchange(int signo, const SignalAction *action, SignalAction *old);

  // The last action of `signo` that was a handler; for a reserved signal, its last action.
  // Async-signal-safe.
  SignalAction last_handler(int signo) const;

  // With a watcher, signals of which the process dies reach this host first, which says
  // so. To the guest nothing else differs.
  void watch_deaths();

  // Notes that the kernel has reset the action (SA_RESETHAND). Async-signal-safe.
  void mark_reset(int signo);
  bool was_reset(int signo) const { return entries[signo - 1].was_reset; }

  // The reserved signals that the guest ignores. `thread` must be the calling thread.
  SignalSet ignored_reserved(Thread &thread);

private:
  struct HandlerCopy {
    std::atomic<uint32_t> handler = 0, flags = 0;
    std::atomic<SignalSet> mask = 0;
  };
  struct Entry {
    SignalAction action; // what rt_sigaction reports; guarded by `lock`
    // The last action that was a handler. Signal handlers read it and cannot wait, so there
    // are two copies: number `generation % 2` is valid, and the other may be changing.
    HandlerCopy handlers[2];
    std::atomic<uint32_t> generation = 0;
    std::atomic<bool> was_reset = false;
    bool is_known = false; // if false, the kernel still has to be asked for `action`
  };

  SignalAction reported(const Entry &entry) const;
  void learn(int signo);
  void publish_handler(Entry &entry, const SignalAction &action);

  std::mutex lock;
  Entry entries[signal_count];
};

} // namespace wali::host
