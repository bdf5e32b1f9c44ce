// The command line of the project's own C++ programs: options, then the rest.
//
// An option is `--name VALUE` or `--name=VALUE`, or `--name` if it takes no value.
// Options end at the first word that is not an option, or at `--`, which is left out.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace wali {

// The command line is wrong: one line that says what to do instead.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

} // namespace wali

namespace wali::options {

// One option that a program has.
struct Option {
  std::string name;  // as it is typed, with its dashes
  std::string value; // what stands for its value in the help; empty: it takes none
  std::string help;  // one line or several
  // Takes note of the option. Gets its value, or "". May throw UsageError.
  std::function<void(const std::string &value)> apply;
  bool may_lack_value = false; // `--name` alone is valid; a value stands in the same word
};

struct CommandLine {
  bool help = false;             // --help or -h came; what follows it was not read
  bool separated = false;        // a `--` ended the options
  std::vector<std::string> rest; // what follows the options
};

// Reads `words` (without the program's name) and applies each option in turn.
// Throws UsageError for an unknown option, a value that is missing (`--` is none),
// and a value that is not wanted.
CommandLine parse(const std::vector<std::string> &words, const std::vector<Option> &options);

// The options as lines of a help text, --help included.
std::string help_of(const std::vector<Option> &options);

// Take note of an option.
std::function<void(const std::string &)> set(bool &target);        // true
std::function<void(const std::string &)> set(std::string &target); // its value
std::function<void(const std::string &)> add(std::vector<std::string> &target);

// A whole number from 0, or UsageError: "OPTION needs WHAT, not `TEXT`".
uint64_t parse_number(const std::string &option, const std::string &what, const std::string &text);

} // namespace wali::options
