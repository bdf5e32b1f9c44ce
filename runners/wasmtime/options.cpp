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

const char usage_text[] =
    "usage: wali-wasmtime [OPTIONS] MODULE [ARGS...]\n"
    "Runs a WALI program; its exit status or signal is the program's.\n"
    "  --env-file FILE      the program's environment, NAME=VALUE lines (default: this one)\n"
    "  --abi libc|spec2026  offer one revision of the interface (default: both)\n"
    "  --trace              print each call with its arguments and result on standard error\n"
    "  --no-cache           neither use nor keep compiled code\n"
    "  --strict             refuse modules that import calls outside WALI\n"
    "  --compile-only       compile the module into the cache and run nothing\n"
    "  --mutant CALL:OPERATOR\n"
    "                       break one call in one way, or with `all` for CALL many calls at once;\n"
    "                       may be given more than once\n"
    "  --list-mutants       print the mutants that --mutant takes, each with what is wrong,\n"
    "                       tab-separated; a third column says why no program can notice\n"
    "  --version            print the versions of this program and its engine\n"
    "An option's value may also follow it in the same word: --env-file=FILE.\n"
    "Status 125: nothing was run. Compiled code is kept in $WALI_CACHE_DIR or\n"
    "${XDG_CACHE_HOME:-~/.cache}/wali-cts/modules.\n";

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

} // namespace

Options parse_options(int argc, char **argv) {
  Options options;
  int next = 1;
  std::optional<std::string> attached; // the value in `--option=value`
  const auto value_of = [&](std::string_view option) -> std::string {
    if (attached)
      return *std::exchange(attached, std::nullopt);
    if (++next >= argc)
      throw UsageError(std::string(option) + " needs a value");
    return argv[next];
  };
  for (; next < argc; ++next) {
    std::string_view word = argv[next];
    if (word == "--") {
      ++next;
      break;
    }
    if (!word.starts_with("-"))
      break;
    if (const size_t equals = word.find('='); equals != word.npos) {
      attached = word.substr(equals + 1);
      word = word.substr(0, equals);
    }
    if (word == "--env-file")
      options.environment_file = parse_environment_file(value_of(word));
    else if (word == "--abi")
      options.revisions = parse_revision(value_of(word));
    else if (word == "--trace")
      options.trace = true;
    else if (word == "--no-cache")
      options.cache = false;
    else if (word == "--strict")
      options.strict = true;
    else if (word == "--compile-only")
      options.compile_only = true;
    else if (word == "--mutant")
      options.mutants.push_back(value_of(word));
    else if (word == "--list-mutants")
      options.list_mutants = true;
    else if (word == "--help" || word == "-h")
      options.help = true;
    else if (word == "--version")
      options.version = true;
    else
      throw UsageError("unknown option `" + std::string(word) + "` (--help lists them)");
    if (attached)
      throw UsageError(std::string(word) + " takes no value");
  }
  options.arguments.assign(argv + next, argv + argc);
  if (!options.arguments.empty())
    options.module = options.arguments[0];
  else if (!options.help && !options.version && !options.list_mutants)
    throw UsageError("no module given (--help shows the usage)");
  return options;
}

} // namespace wali::runner
