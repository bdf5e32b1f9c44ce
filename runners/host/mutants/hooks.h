// Hooks: what a mutant does between the guest's calls, where no handler runs.
//
// A hook's function gets the guest thread that it concerns. Like a handler, it may make
// system calls, use a Busy object, and access the guest's memory. The guest's signal mask
// is in force. Without a mutant a hook costs a test of a pointer that does not change
// after load.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace wali::host {

class Thread;

enum class Moment : uint8_t {
  fork_child,   // in the child of fork, before fork returns there
  thread_start, // on a new thread, before its first instruction
  execve,       // before the kernel is asked for another program. If it refuses, the guest goes on
};

struct Hook {
  Moment moment = {};
  void (*run)(Thread &) = nullptr;

  bool operator==(const Hook &) const = default;
};

namespace hooks {
// The hooks of this process, in the order in which they were added. Only become(),
// substitute() and recover() (apply.h) change them.
inline std::vector<Hook> active;
} // namespace hooks

// Adds a hook, unless it is there already.
inline void add_hook(const Hook &hook) {
  if (std::ranges::find(hooks::active, hook) == hooks::active.end())
    hooks::active.push_back(hook);
}
inline void remove_hooks() { hooks::active.clear(); }

// Whether there is a hook for any moment.
inline bool has_hooks() { return !hooks::active.empty(); }

// Runs those of `moment`, one after the other.
inline void run_hooks(Moment moment, Thread &thread) {
  if (!has_hooks()) [[likely]]
    return;
  for (const Hook &hook : hooks::active)
    if (hook.moment == moment)
      hook.run(thread);
}

} // namespace wali::host
