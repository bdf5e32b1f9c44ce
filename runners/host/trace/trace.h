// What --trace prints: each call with its arguments decoded, and its result.
#pragma once

#include "runners/host/linking/registry.h"

namespace wali::host {

// Makes the call and writes one line about it to standard error, by a single write:
// `[tid] openat(AT_FDCWD, "x", O_RDONLY, 0) = 3`. What the call read is
// shown as it was before the call, and what it wrote as it is afterwards. If a call may
// not return, `= ?` is printed before it. This function is a Layer for every import.
int64_t trace_call(Thread &thread, const Import &import, const Arguments &arguments);

// The text of that line without `[tid]` and newline, for a call that has returned
// `result`. For tests.
std::string describe_call(const Memory &memory, const abi::Syscall &call,
                          const Arguments &arguments, int64_t result);

} // namespace wali::host
