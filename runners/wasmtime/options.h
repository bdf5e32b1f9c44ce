// The command line of wali-wasmtime.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "harness/abi/table.h"

namespace wali::runner {

struct Options {
  std::string module;
  std::vector<std::string> arguments; // of the guest, the module's name first
  std::string environment_file;       // absolute; empty: none given
  abi::Revision revisions = abi::Revision::both;
  bool trace = false;
  bool cache = true;
  bool strict = false;
  bool compile_only = false;
  std::vector<std::string> mutants; // to run as, each CALL:OPERATOR
  bool list_mutants = false;
  bool help = false;
  bool version = false;
};

// What is wrong with the command line; one line.
class UsageError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

extern const char usage_text[];

// Options end at the first word that is none: the module. All after it is the
// guest's. A value is the next word, or follows `=` in the option's own. Throws
// UsageError, also for a file that cannot be read.
Options parse_options(int argc, char **argv);

} // namespace wali::runner
