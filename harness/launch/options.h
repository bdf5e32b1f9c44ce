// The launcher's command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harness/launch/identity.h"

namespace wali::launch {

enum class Isolation { automatic, namespaces, process_group };

struct Options {
  std::string record;                   // file for the record; empty: none
  std::string stderr_file;              // file for the engine's standard error; empty: none
  double timeout = 30;                  // seconds
  uint64_t output_limit = 1 << 20;      // bytes of standard output that are kept
  uint64_t disk_limit = 1 << 30;        // bytes that the program's files may take
  std::optional<uint64_t> memory_limit; // bytes of private writable memory (RLIMIT_DATA)
  IdentityKind identity = IdentityKind::user;
  Isolation isolation = Isolation::automatic;
  std::string scratch = "/tmp";                // under which the private scratch is made
  std::string module;                          // the program, for {module}; empty: none
  std::vector<std::string> exposed;            // files and directories that the engine needs
  std::vector<std::string> writable;           // likewise, and may change
  std::vector<std::string> hidden;             // directories that it does not see
  std::vector<std::string> environment;        // NAME=VALUE, for guest and engine
  std::vector<std::string> engine_environment; // NAME=VALUE, for the engine only
  bool pass_stdin = false;
  bool help = false;
  bool version = false;
  std::vector<std::string> command; // the template
  std::vector<std::string> guest_args;
};

// What --help prints.
std::string usage();

// Reads the arguments (argv[0] left out). Defaults that depend on the caller
// (its uid, its TMPDIR) are filled in. Throws UsageError.
Options parse_options(const std::vector<std::string> &arguments);

const char *name_of(Isolation isolation);

} // namespace wali::launch
