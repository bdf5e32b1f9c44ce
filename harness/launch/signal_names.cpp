// Names of signals, from the interface's own list (harness/abi). In a file of its
// own because that list and the C library's macros do not mix.
#include "harness/launch/signal_names.h"

#define WALI_ABI_HOST_VIEW
#include "harness/abi/constants.h"

namespace wali::launch {

const char *find_signal_name(int signal) {
  for (auto *entry = abi::sets::signals.begin; entry != abi::sets::signals.end; ++entry)
    if (static_cast<int>(entry->value) == signal)
      return entry->name;
  return nullptr;
}

} // namespace wali::launch
