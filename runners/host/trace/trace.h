// What --trace prints: each call with its arguments decoded, and its result; signals,
// handlers and endings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runners/host/linking/registry.h"

namespace wali::host {

struct TraceOptions {
  std::string calls;            // Selection (trace/selection.h); empty: all
  std::string file;             // its absolute path; empty: standard error
  bool appends = false;         // to what the file holds
  bool times = false;           // an offset before each line, the duration behind each call
  std::optional<int64_t> since; // what offsets count from; none: now
};

// The variables in which programs of WALI that the guest executes find these options.
inline constexpr const char *trace_variable = "WALI_TRACE", // calls, or `all`
    *trace_file_variable = "WALI_TRACE_FILE",               // which is appended to
        *trace_times_variable = "WALI_TRACE_TIMES";         // since: nanoseconds

// Begins to trace this process and its children. Called before the Process is made.
// Gives the variables, as NAME=VALUE, for programs that it executes. Throws
// std::system_error if there is nowhere to write to, and std::invalid_argument for
// calls that are none.
std::vector<std::string> start_trace(const TraceOptions &options);

// Makes the call and writes a line about it:
// `[tid] openat(AT_FDCWD, "x", O_RDONLY, 0) = 3`. What the call read is
// shown as it was before the call, and what it wrote as it is afterwards. A call
// that may wait is shown when it begins (output.h); if a call may not return, `= ?` is
// printed before it. This function is a Layer for every import.
int64_t trace_call(Thread &thread, const Import &import, const Arguments &arguments);

// The text of that line without `[tid]` and newline, for a call that has returned
// `result`. For tests.
std::string describe_call(const Memory &memory, const abi::Syscall &call,
                          const Arguments &arguments, int64_t result);

} // namespace wali::host
