// The environment of the guest and of its engine.
#pragma once

#include <string>
#include <vector>

namespace wali::launch {

// The guest's whole environment, as NAME=VALUE: a short fixed list, then what
// `additions` adds or replaces. `tmpdir` is the value of TMPDIR.
std::vector<std::string> guest_environment(const std::string &tmpdir,
                                           const std::vector<std::string> &additions);

// `base` with each of `additions` added, or put in place of the same name's value.
std::vector<std::string> with_variables(std::vector<std::string> base,
                                        const std::vector<std::string> &additions);

// The environment file's text: a line for each variable.
std::string environment_file(const std::vector<std::string> &environment);

} // namespace wali::launch
