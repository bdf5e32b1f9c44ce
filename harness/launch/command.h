// From the command template to what execve takes.
#pragma once

#include <string>
#include <vector>

namespace wali::launch {

// The engine's command: `{args}` as a word of its own becomes the guest's arguments (which go
// to the end where the template names none), `{envfile}` and `{module}` anywhere in a word
// become those paths, and the word `{--}` becomes `--`, which would end the template itself.
//
// The words between `{` and `}` are a group. With `{env}` in it, it stands once for each
// variable of the guest's environment, NAME=VALUE; with `{arg}`, once for each of its arguments;
// any other once, if there are arguments. Arguments and variables are taken as they are.
// Throws UsageError for a bracket without its partner.
std::vector<std::string> expand_command(const std::vector<std::string> &command,
                                        const std::vector<std::string> &guest_args,
                                        const std::string &envfile, const std::string &module = "",
                                        const std::vector<std::string> &environment = {});

// The absolute path of the program that `word` names: found along the caller's
// PATH if it has no slash. The engine does not start in the caller's directory,
// so a relative path is resolved here. Throws LaunchError.
std::string find_program(const std::string &word);

} // namespace wali::launch
