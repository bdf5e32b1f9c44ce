// The command line of wali-wasmtime.
#pragma once

#include <string>
#include <vector>

#include "harness/abi/table.h"
#include "harness/options/options.h" // UsageError
#include "runners/host/trace/trace.h"

namespace wali::runner {

struct Options {
  std::string module;
  std::vector<std::string> arguments; // of the guest, the module's name first
  std::string environment_file;       // absolute; empty: none given
  std::vector<std::string> variables; // NAME=VALUE: more than this environment has
  abi::Revision revisions = abi::Revision::both;
  bool is_traced = false;
  host::TraceOptions trace;
  bool cache = true;
  bool strict = false;
  bool compile_only = false;
  std::vector<std::string> mutants; // to run as, each CALL:OPERATOR
  bool list_mutants = false;
  bool help = false;
  bool version = false;
};

// What --help prints.
std::string usage();

// Options end at the first word that is not one: the module. What follows it is the
// guest's. Throws UsageError, also for a file that cannot be read. The variables of
// --trace (trace.h) say what the command line does not.
Options parse_options(int argc, char **argv);

// Puts variables, NAME=VALUE, into the environment, which the guest is given.
void add_variables(const std::vector<std::string> &variables);

// Takes those of --trace from the environment.
void forget_trace_variables();

} // namespace wali::runner
