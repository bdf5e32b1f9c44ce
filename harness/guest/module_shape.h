// The shape that a guest module must have: ABI.md, Start, end, arguments, environment.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "harness/abi/table.h"

namespace wali::guest {

/// Why a module is refused, in words that follow its name.
struct Refusal : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The revision that a command line names. Throws Refusal for any other word.
abi::Revision parse_revision(const std::string &word);

/// Reads the module at `path`, and throws Refusal if it has not the shape that ABI.md describes, with a memory of at
/// most `maximum` pages, or imports what `revision` does not offer. `imports` are those that the program declares
/// itself, such as `SYS_exit (i32) -> ()`: each must be there, with exactly this type, whatever the revision says.
void check_module(const std::string &path, abi::Revision revision, uint64_t maximum,
                  const std::vector<std::string> &imports);

} // namespace wali::guest
