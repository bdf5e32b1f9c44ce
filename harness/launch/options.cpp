// The launcher's command line.
#include "harness/launch/options.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "harness/launch/error.h"

namespace wali::launch {

const char *const usage_text =
    R"(usage: wali-launch [OPTION]... -- COMMAND... [-- [GUEST-ARG]...]

Runs one program of one engine in isolation, prints its transcript on standard
output, and says how it ended. In COMMAND the word {args} stands for the guest's
arguments (without it they go to the end), {envfile} for the path of a file with
the guest's environment, and {module} for the path of the program that --module
names.

In namespaces the engine sees the machine's /usr, /bin, /sbin, /lib*, /etc, /opt,
/nix, /gnu and /sys only for reading, itself, the program as /wali/program (with
.wasm, if its name ends so), what --expose adds, and a /tmp, a /dev and a /proc of
its own: no other file of the machine. In a process group it sees them all.

  --record FILE          append one line of JSON: how the program ended
  --stderr FILE          append the engine's standard error (as much as the output limit)
  --timeout SECONDS      limit of wall-clock time (default 30)
  --output-limit BYTES   standard output that is kept; more is a flood (default 1048576)
  --memory-limit BYTES   limit of private writable memory (RLIMIT_DATA; default none)
  --identity WHO         root, ns-root or user (default: root for root, else user)
  --isolation HOW        auto, namespaces or process-group (default auto)
  --scratch DIR          where the private scratch is made (default $TMPDIR or /tmp)
  --module FILE          the program, a module or an executable file
  --expose PATH          a file or directory that the engine sees too (repeatable)
  --writable DIR         a directory that it sees and may change (repeatable)
  --hide DIR             one that it does not see, unless exposed itself (repeatable)
  --env NAME=VALUE       add to the guest's environment (repeatable)
  --engine-env NAME=VALUE  add to the engine's environment only (repeatable)
  --stdin                pass standard input through (default /dev/null)
  --version              print the version
  --help                 print this text

Exit status: 0 if the program ran, however it ended; 2 if it could not be started.
)";

namespace {

uint64_t parse_bytes(const std::string &option, const std::string &text) {
  uint64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw UsageError(option + " needs a number of bytes, not '" + text + "'");
  return value;
}

double parse_seconds(const std::string &option, const std::string &text) {
  char *end = nullptr;
  double value = std::strtod(text.c_str(), &end);
  // A year is more than any caller means and keeps the arithmetic in range.
  if (end == text.c_str() || *end != '\0' || !(value > 0 && value < 366.0 * 86400))
    throw UsageError(option + " needs a positive number of seconds, not '" + text + "'");
  return value;
}

// The environment file has one variable a line, so a value cannot hold a newline.
std::string parse_variable(const std::string &option, const std::string &text) {
  size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos || text.find('\n') != std::string::npos)
    throw UsageError(option + " needs NAME=VALUE on one line, not '" + text + "'");
  return text;
}

IdentityKind parse_identity(const std::string &text) {
  for (IdentityKind kind : {IdentityKind::root, IdentityKind::ns_root, IdentityKind::user})
    if (text == name_of(kind))
      return kind;
  throw UsageError("--identity is root, ns-root or user, not '" + text + "'");
}

Isolation parse_isolation(const std::string &text) {
  for (Isolation isolation :
       {Isolation::automatic, Isolation::namespaces, Isolation::process_group})
    if (text == name_of(isolation))
      return isolation;
  throw UsageError("--isolation is auto, namespaces or process-group, not '" + text + "'");
}

// Options that take a value. False: there is no such option.
bool apply(Options &options, const std::string &name, const std::string &value) {
  if (name == "--record")
    options.record = value;
  else if (name == "--stderr")
    options.stderr_file = value;
  else if (name == "--timeout")
    options.timeout = parse_seconds(name, value);
  else if (name == "--output-limit")
    options.output_limit = parse_bytes(name, value);
  else if (name == "--memory-limit")
    options.memory_limit = parse_bytes(name, value);
  else if (name == "--identity")
    options.identity = parse_identity(value);
  else if (name == "--isolation")
    options.isolation = parse_isolation(value);
  else if (name == "--scratch")
    options.scratch = value;
  else if (name == "--module")
    options.module = value;
  else if (name == "--expose")
    options.exposed.push_back(value);
  else if (name == "--writable")
    options.writable.push_back(value);
  else if (name == "--hide")
    options.hidden.push_back(value);
  else if (name == "--env")
    options.environment.push_back(parse_variable(name, value));
  else if (name == "--engine-env")
    options.engine_environment.push_back(parse_variable(name, value));
  else
    return false;
  return true;
}

Options defaults() {
  Options options;
  options.identity = geteuid() == 0 ? IdentityKind::root : IdentityKind::user;
  if (const char *directory = std::getenv("TMPDIR"); directory && *directory)
    options.scratch = directory;
  return options;
}

} // namespace

Options parse_options(const std::vector<std::string> &arguments) {
  Options options = defaults();
  auto word = arguments.begin();
  for (; word != arguments.end() && *word != "--"; ++word) {
    if (*word == "--help") {
      options.help = true;
      return options;
    }
    if (*word == "--version") {
      options.version = true;
      return options;
    }
    if (*word == "--stdin") {
      options.pass_stdin = true;
      continue;
    }
    size_t equals = word->starts_with("--") ? word->find('=') : std::string::npos;
    std::string name = word->substr(0, equals);
    bool separate = equals == std::string::npos;
    bool has_value = !separate || (word + 1 != arguments.end() && *(word + 1) != "--");
    std::string value = separate ? (has_value ? *(word + 1) : "") : word->substr(equals + 1);
    if (!has_value && name.starts_with("--"))
      throw UsageError(name + " is unknown or lacks its value; see --help");
    if (!apply(options, name, value))
      throw UsageError("unknown option '" + name + "'; see --help (the command follows a --)");
    if (separate)
      ++word;
  }
  if (word != arguments.end())
    ++word;
  auto second = std::find(word, arguments.end(), "--");
  options.command.assign(word, second);
  if (second != arguments.end())
    options.guest_args.assign(second + 1, arguments.end());
  if (options.command.empty() || options.command.front().empty())
    throw UsageError(
        "no command: name the engine after a --, as in: wali-launch -- ENGINE {args} -- ARGS");
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
