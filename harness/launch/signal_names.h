// Names of signals, from the interface's own list (harness/abi).
#pragma once

namespace wali::launch {

// "SIGTERM" for 15; a null pointer for a number without a name.
const char *find_signal_name(int signal);

} // namespace wali::launch
