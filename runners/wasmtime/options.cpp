#include "runners/wasmtime/options.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string_view>

#include "runners/host/trace/selection.h"

namespace wali::runner {

namespace {

abi::Revision parse_revision(std::string_view text) {
  if (const auto revision = abi::revision_named(text))
    return *revision;
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

void add_variable(Options &options, const std::string &text) {
  if (text.find('=') == std::string::npos || text.starts_with('='))
    throw UsageError("--env takes NAME=VALUE, not `" + text + "`");
  options.variables.push_back(text);
}

// Those of `NAME,NAME…` or `all`.
void select_calls(Options &options, const std::string &text) {
  options.is_traced = true;
  options.trace.calls = text == "all" ? "" : text;
  try {
    if (!options.trace.calls.empty())
      host::trace::Selection{options.trace.calls};
  } catch (const std::invalid_argument &error) {
    throw UsageError(std::string("--trace: ") + error.what());
  }
}

void trace_to(Options &options, const std::string &path) {
  if (path.empty())
    throw UsageError("--trace-file needs the name of a file");
  options.is_traced = true;
  options.trace.file = std::filesystem::absolute(path);
}

void trace_times(Options &options) {
  options.is_traced = true;
  options.trace.times = true;
}

// What a program of WALI that has executed this one says. It knows when the trace began.
void read_trace_variables(Options &options) {
  if (const char *calls = getenv(host::trace_variable))
    select_calls(options, calls);
  if (const char *file = getenv(host::trace_file_variable)) {
    trace_to(options, file);
    options.trace.appends = true;
  }
  if (const char *since = getenv(host::trace_times_variable)) {
    trace_times(options);
    if (const int64_t time = strtoll(since, nullptr, 10); time > 1)
      options.trace.since = time;
  }
}

// The options, which take note of themselves in `options`.
std::vector<options::Option> table(Options &options) {
  using options::add, options::set;
  return {
      {"--env-file", "FILE",
       "the program's environment, in lines NAME=VALUE (default: this process's)",
       [&](const std::string &path) { options.environment_file = parse_environment_file(path); }},
      {"--env", "NAME=VALUE",
       "add a variable to this process's environment for the program (repeatable)",
       [&](const std::string &text) { add_variable(options, text); }},
      {"--abi", "REVISION", "offer only one revision of the interface, libc or spec2026",
       [&](const std::string &name) { options.revisions = parse_revision(name); }},
      {"--trace", "CALL,...",
       "print each call with its arguments and result on standard error, also of\n"
       "children and of programs that they execute; a CALL is `openat` or, for a\n"
       "group, `%signal`. Signals and endings are always shown",
       [&](const std::string &calls) { select_calls(options, calls.empty() ? "all" : calls); },
       true},
      {"--trace-file", "FILE", "write the trace into FILE (turns --trace on)",
       [&](const std::string &path) {
         trace_to(options, path);
         options.trace.appends = false;
       }},
      {"--trace-times", "",
       "print when each call began and how long it took, in seconds (turns --trace on)",
       [&](const std::string &) { trace_times(options); }},
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
  read_trace_variables(options);
  const options::CommandLine line =
      options::parse(std::vector<std::string>(argv + 1, argv + argc), table(options));
  if (!options.variables.empty() && !options.environment_file.empty())
    throw UsageError(
        "--env-file replaces the environment that --env adds to: give only one of them");
  options.help = line.help;
  options.arguments = line.rest;
  if (!options.arguments.empty())
    options.module = options.arguments[0];
  else if (!options.help && !options.version && !options.list_mutants)
    throw UsageError("no module given; --help shows the usage");
  return options;
}

void add_variables(const std::vector<std::string> &variables) {
  for (const std::string &text : variables) {
    const size_t equal = text.find('=');
    setenv(text.substr(0, equal).c_str(), text.c_str() + equal + 1, 1);
  }
}

void forget_trace_variables() {
  for (const char *name :
       {host::trace_variable, host::trace_file_variable, host::trace_times_variable})
    unsetenv(name);
}

} // namespace wali::runner
