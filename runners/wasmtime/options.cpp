#include "runners/wasmtime/options.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace wali::runner {

namespace {

abi::Revision parse_revision(std::string_view text) {
  if (text == "libc")
    return abi::Revision::libc;
  if (text == "spec2026")
    return abi::Revision::spec2026;
  throw UsageError("--abi takes libc or spec2026, not `" + std::string(text) + "`");
}

// The absolute path of a file that the guest is to read.
std::string parse_environment_file(const std::string &path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status;
  if (fd < 0 || fstat(fd, &status) != 0)
    throw UsageError("--env-file: " + path + ": " + strerror(errno));
  close(fd);
  if (S_ISDIR(status.st_mode))
    throw UsageError("--env-file: " + path + ": " + strerror(EISDIR));
  return std::filesystem::absolute(path);
}

// The options, which take note of themselves in `options`.
std::vector<options::Option> table(Options &options) {
  using options::add, options::set;
  return {
      {"--env-file", "FILE", "the program's environment, NAME=VALUE lines (default: this one)",
       [&](const std::string &path) {
         options.environment_file = parse_environment_file(path);
       }},
      {"--abi", "REVISION", "offer only one revision of the interface, libc or spec2026",
       [&](const std::string &name) { options.revisions = parse_revision(name); }},
      {"--trace", "", "print each call with its arguments and result on standard error",
       set(options.trace)},
      {"--no-cache", "", "neither use nor keep compiled code",
       [&](const std::string &) { options.cache = false; }},
      {"--strict", "", "refuse modules that import calls outside WALI", set(options.strict)},
      {"--compile-only", "", "compile the module into the cache and run nothing",
       set(options.compile_only)},
      {"--mutant", "CALL:OPERATOR",
       "break one call in one way, or many calls at once with `all` for CALL\n(repeatable)",
       add(options.mutants)},
      {"--list-mutants", "",
       "print the mutants that --mutant takes, each with what is wrong,\n"
       "tab-separated; a third column says why no program can notice it",
       set(options.list_mutants)},
      {"--version", "", "print the versions of this program and its engine", set(options.version)},
  };
}

} // namespace

std::string usage() {
  Options ignored;
  return "usage: wali-wasmtime [OPTION]... MODULE [ARG]...\n"
         "Runs a WALI program; its exit status or signal is the program's.\n" +
         options::help_of(table(ignored)) +
         "Status 125: nothing was run. Compiled code is kept in $WALI_CACHE_DIR or\n"
         "${XDG_CACHE_HOME:-~/.cache}/wali-cts/modules.\n";
}

Options parse_options(int argc, char **argv) {
  Options options;
  const options::CommandLine line =
      options::parse(std::vector<std::string>(argv + 1, argv + argc), table(options));
  options.help = line.help;
  options.arguments = line.rest;
  if (!options.arguments.empty())
    options.module = options.arguments[0];
  else if (!options.help && !options.version && !options.list_mutants)
    throw UsageError("no module given; --help shows the usage");
  return options;
}

} // namespace wali::runner
