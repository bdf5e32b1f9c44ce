// The supervisor: the launcher's outer process. It starts the keeper, keeps the
// time, reads what the engine writes, and says how it ended.
#pragma once

#include "harness/launch/options.h"
#include "harness/launch/record.h"

namespace wali::launch {

// Runs the program of `options` once. When it returns or throws, nothing of the
// program is left: no process, no file, no mount. Throws UsageError, LaunchError
// (not started, or the launcher's own work failed) and Interrupted.
Outcome launch(const Options &options);

// Blocks the signals that stop the launcher (SIGTERM, SIGINT, SIGHUP, SIGQUIT), so
// that launch() receives them, and makes SIGCHLD and SIGPIPE what it needs.
void prepare_signals();

} // namespace wali::launch
