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

// The kernel refuses a step of the isolation. `--isolation auto` falls back on it.
struct IsolationRefused : LaunchError {
  using LaunchError::LaunchError;
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
