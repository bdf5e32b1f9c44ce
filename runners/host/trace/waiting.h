// Which calls may wait for somebody else, and so are shown when they begin.
#pragma once

#include "runners/host/linking/registry.h"

namespace wali::host::trace {

// True also for calls that may be the last of the process: it may kill itself.
bool may_wait(const abi::Syscall &call, const Arguments &arguments);

} // namespace wali::host::trace
