// From the command template to what execve takes.
#pragma once

#include <string>
#include <vector>

namespace wali::launch {

// The engine's arguments: `{args}` as a word of its own becomes the guest's
// arguments (which go to the end where there is no such word), `{envfile}` and
// `{module}` anywhere in a word become those paths. Guest arguments are taken as they are.
std::vector<std::string> expand_command(const std::vector<std::string> &command,
                                        const std::vector<std::string> &guest_args,
                                        const std::string &envfile, const std::string &module = "");

// The absolute path of the program that `word` names: found along the caller's
// PATH if it has no slash. The engine does not start in the caller's directory,
// so a relative path is resolved here. Throws LaunchError.
std::string find_program(const std::string &word);

} // namespace wali::launch
