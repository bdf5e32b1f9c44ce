// Arguments that are a number or a pointer, by the value of another (Kind::variant),
// as text.
#pragma once

#include <string>

#include "runners/host/linking/registry.h"

namespace wali::host::trace {

// What parameter `index` of the call is: before the call what goes in, and after it
// (`is_output`) what came out. False, and nothing appended, where nothing is
// known of it.
bool append_variant(std::string &line, const Memory &memory, const abi::Syscall &call,
                    const Arguments &arguments, size_t index, bool is_output);

} // namespace wali::host::trace
