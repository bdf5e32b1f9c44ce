// Arguments that are a number or a pointer, depending on another argument
// (Kind::variant), as text.
#pragma once

#include <string>

#include "runners/host/linking/registry.h"

namespace wali::host::trace {

// Appends what parameter `index` of the call points to: before the call its input, and
// afterwards (`is_output`) its output. If it is not known, appends nothing and returns
// false.
bool append_variant(std::string &line, const Memory &memory, const abi::Syscall &call,
                    const Arguments &arguments, size_t index, bool is_output);

} // namespace wali::host::trace
