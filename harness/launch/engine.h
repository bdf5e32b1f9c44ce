// The last step before the engine: the process that becomes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harness/launch/identity.h"

namespace wali::launch {

// All that the engine's process is given.
struct Engine {
  std::string path;   // absolute
  std::string module; // the program's path, as the engine sees it; empty: none
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
  std::string directory; // its working directory
  Identity identity;
  bool in_namespaces;
  std::optional<uint64_t> memory_limit; // bytes
  std::optional<int> standard_input;    // its descriptor 0; none: /dev/null, as the engine sees it
  int standard_output;                  // and 1 and 2
  int standard_error;
};

// Turns this process, a fresh child of the keeper, into the engine: own session,
// fixed limits, default signals, three descriptors, identity, directory. If it
// cannot, it sends `not_started` to `control` and ends. To `preparation`, unless it is null, go
// the seconds of processor time that the process took until then: they are not the engine's.
[[noreturn]] void execute(const Engine &engine, int control, double *preparation) noexcept;

} // namespace wali::launch
