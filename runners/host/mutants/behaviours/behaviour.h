// Faults of behaviour: an engine whose calls take and give the right things and do
// not do what Linux does. Each is written by hand, a few lines, in the file of its
// family; `CALL:behaviour(NAME)` is its name as a mutant.
//
// A fault is advice around the handlers of a few calls. It changes the arguments,
// the result or what the guest's memory holds, makes system calls of its own
// (tools.h), or makes the call not at all. What it remembers in plain variables is
// the process's: a fork child has a copy. What it has the kernel remember goes
// wherever the kernel takes it, to an executed program as well.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "runners/host/mutants/invocation.h"

namespace wali::host::mutants {

// Stands in for a handler: makes the call by `call.call()`, with `call.arguments` as
// they are by then, and returns what the guest shall get. The advice of `fork` is
// where a child is changed, before its first call (the result is 0 there), that of
// `execve` where something can be done before another program starts.
using Advice = int64_t (*)(Invocation &call);

struct Behaviour {
  struct Elsewhere {
    std::string_view call;
    Advice advice = nullptr;
  };

  std::string_view call; // without which no program can meet the fault
  std::string_view name;
  std::string_view sentence; // what is wrong, of the engine as its author sees it
  Advice advice = nullptr;   // of `call`; null: only other calls are advised
  std::array<Elsewhere, 6> elsewhere = {};
  // Called once before modules are linked, for memory that all processes share.
  void (*prepare)() = nullptr;
  // Called on each new thread, before its function runs.
  void (*in_new_thread)(Thread &thread) = nullptr;

  // What it has for the call of that name, or null.
  Advice advice_of(std::string_view name) const;
};

// By family. Whoever adds a file adds its function here and to all_behaviours().
std::span<const Behaviour> process_behaviours();
std::span<const Behaviour> descriptor_behaviours();
std::span<const Behaviour> network_behaviours();
std::span<const Behaviour> readiness_behaviours();
std::span<const Behaviour> path_behaviours();
std::span<const Behaviour> identity_behaviours();
std::span<const Behaviour> signal_behaviours();
std::span<const Behaviour> memory_behaviours();
std::span<const Behaviour> thread_behaviours();
std::span<const Behaviour> time_behaviours();
std::span<const Behaviour> system_behaviours();

// All of them, family by family.
std::span<const std::span<const Behaviour>> all_behaviours();

} // namespace wali::host::mutants
