// The ways in which a launch ends without a verdict on the program.
#pragma once

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

#include "harness/options/options.h" // UsageError: the command line is wrong

namespace wali::launch {

// The program could not be started or watched: one line that says why.
struct LaunchError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The machine lacks something before the engine is reached, such as room on a disk: nothing
// follows from it for engine or program.
struct MachineError : LaunchError {
  using LaunchError::LaunchError;
};

// The kernel refuses a step of the isolation. `--isolation auto` falls back on it.
struct IsolationRefused : MachineError {
  using MachineError::MachineError;
};

// The launcher itself was told to stop by `signal`.
struct Interrupted {
  int signal;
};

// "WHAT: No such file or directory", from `error` (an errno value).
inline std::string describe(const std::string &what, int error = errno) {
  return what + ": " + std::strerror(error);
}

} // namespace wali::launch
