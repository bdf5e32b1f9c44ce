// The launcher's command line.
#include "harness/launch/options.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "harness/launch/error.h"

namespace wali::launch {

namespace {

constexpr char number_of_bytes[] = "a number of bytes";

double parse_seconds(const std::string &option, const std::string &text) {
  char *end = nullptr;
  double value = std::strtod(text.c_str(), &end);
  // A year is more than any caller means and keeps the arithmetic in range.
  if (end == text.c_str() || *end != '\0' || !(value > 0 && value < 366.0 * 86400))
    throw UsageError(option + " needs a positive number of seconds, not `" + text + "`");
  return value;
}

// The environment file has one variable a line, so a value cannot hold a newline.
std::string parse_variable(const std::string &option, const std::string &text) {
  size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos || text.find('\n') != std::string::npos)
    throw UsageError(option + " needs NAME=VALUE on one line, not `" + text + "`");
  return text;
}

IdentityKind parse_identity(const std::string &text) {
  for (IdentityKind kind : {IdentityKind::root, IdentityKind::ns_root, IdentityKind::user})
    if (text == name_of(kind))
      return kind;
  throw UsageError("--identity is root, ns-root or user, not `" + text + "`");
}

Isolation parse_isolation(const std::string &text) {
  for (Isolation isolation :
       {Isolation::automatic, Isolation::namespaces, Isolation::process_group})
    if (text == name_of(isolation))
      return isolation;
  throw UsageError("--isolation is auto, namespaces or process-group, not `" + text + "`");
}

// The options, which take note of themselves in `options`.
std::vector<options::Option> table(Options &options) {
  using options::add, options::set;
  return {
      {"--record", "FILE", "append one line of JSON: how the program ended", set(options.record)},
      {"--stderr", "FILE", "append the engine's standard error, up to the output limit",
       set(options.stderr_file)},
      {"--timeout", "SECONDS", "limit of wall-clock time (default 30)",
       [&](const std::string &text) { options.timeout = parse_seconds("--timeout", text); }},
      {"--output-limit", "BYTES",
       "how much of standard output is kept; a program that prints more is ended\n"
       "(default 1048576)",
       [&](const std::string &text) {
         options.output_limit = options::parse_number("--output-limit", number_of_bytes, text);
       }},
      {"--disk-limit", "BYTES",
       "how much the program's files may take; a program that takes more is ended\n"
       "(default 1073741824; never more than half of what is free)",
       [&](const std::string &text) {
         options.disk_limit = options::parse_number("--disk-limit", number_of_bytes, text);
       }},
      {"--memory-limit", "BYTES", "limit of private writable memory (RLIMIT_DATA; default none)",
       [&](const std::string &text) {
         options.memory_limit = options::parse_number("--memory-limit", number_of_bytes, text);
       }},
      {"--identity", "WHO", "root, ns-root or user (default: root for root, else user)",
       [&](const std::string &text) { options.identity = parse_identity(text); }},
      {"--isolation", "HOW", "auto, namespaces or process-group (default auto)",
       [&](const std::string &text) { options.isolation = parse_isolation(text); }},
      {"--scratch", "DIR", "where the program's own directory is made (default $TMPDIR or /tmp)",
       set(options.scratch)},
      {"--module", "FILE", "the program: a module or an executable file", set(options.module)},
      {"--expose", "PATH", "show the engine this file or directory too (repeatable)",
       add(options.exposed)},
      {"--writable", "DIR", "show this directory too, and let the engine write to it (repeatable)",
       add(options.writable)},
      {"--hide", "DIR", "hide this directory; what --expose names in it stays (repeatable)",
       add(options.hidden)},
      {"--env", "NAME=VALUE", "add to the guest's environment (repeatable)",
       [&](const std::string &text) {
         options.environment.push_back(parse_variable("--env", text));
       }},
      {"--engine-env", "NAME=VALUE", "add to the engine's environment only (repeatable)",
       [&](const std::string &text) {
         options.engine_environment.push_back(parse_variable("--engine-env", text));
       }},
      {"--stdin", "", "pass standard input through (default /dev/null)", set(options.pass_stdin)},
      {"--version", "", "print the version", set(options.version)},
  };
}

Options defaults() {
  Options options;
  options.identity = geteuid() == 0 ? IdentityKind::root : IdentityKind::user;
  if (const char *directory = std::getenv("TMPDIR"); directory && *directory)
    options.scratch = directory;
  return options;
}

} // namespace

std::string usage() {
  Options ignored;
  return R"(usage: wali-launch [OPTION]... -- COMMAND... [-- [GUEST-ARG]...]

Runs one program on one engine in isolation, prints its transcript on standard
output, and says how it ended. In COMMAND the word {args} stands for the guest's
arguments (without it they go to the end), {envfile} for the path of a file with
the guest's environment, {module} for the path of the program that --module
names, and {--} for a word that is `--`. Words between `{` and `}` stand once for
each variable if {env} is among them, as in `{ --env {env} }`, and once for each
argument if {arg} is; any others between them only if there are arguments.

In namespaces the engine can read the machine's /usr, /bin, /sbin, /lib*, /etc,
/opt, /nix, /gnu and /sys, its own files, the program as /wali/program (with .wasm
if its name ends so), and what --expose adds. It has a /tmp, a /dev and a /proc of
its own, and sees no other file of the machine. In a process group it sees them all.

)" + options::help_of(table(ignored)) +
         R"(
Exit status: 0 if the program ran, however it ended; 2 if it could not be started.
)";
}

Options parse_options(const std::vector<std::string> &arguments) {
  Options options = defaults();
  const options::CommandLine line = options::parse(arguments, table(options));
  options.help = line.help;
  if (options.help || options.version)
    return options;
  if (!line.separated && !line.rest.empty())
    throw UsageError("unexpected word `" + line.rest[0] + "`: the command follows a `--`");
  const auto second = std::ranges::find(line.rest, "--");
  options.command.assign(line.rest.begin(), second);
  if (second != line.rest.end())
    options.guest_args.assign(second + 1, line.rest.end());
  if (options.command.empty() || options.command.front().empty())
    throw UsageError(
        "no command: name the engine after a `--`, as in: wali-launch -- ENGINE {args} -- ARGS");
  bool wants_module = std::ranges::any_of(options.command, [](const std::string &word) {
    return word.find("{module}") != std::string::npos;
  });
  if (wants_module && options.module.empty())
    throw UsageError("the command has {module}: name the program with --module FILE");
  return options;
}

const char *name_of(Isolation isolation) {
  switch (isolation) {
  case Isolation::automatic:
    return "auto";
  case Isolation::namespaces:
    return "namespaces";
  case Isolation::process_group:
    return "process-group";
  }
  return nullptr;
}

} // namespace wali::launch
