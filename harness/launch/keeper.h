// The keeper: the process between the supervisor and the engine. It is pid 1 of
// the program's pid namespace or, without namespaces, the subreaper above it; it
// starts the engine, reaps orphaned processes of the program, kills the rest at the
// end, and outlives the supervisor only for that.
#pragma once

#include "harness/launch/engine.h"

namespace wali::launch {

// Runs the engine to its end and reports to `control` (protocol.h). The process's
// isolation is set up already.
[[noreturn]] void keep(const Engine &engine, int control) noexcept;

} // namespace wali::launch
