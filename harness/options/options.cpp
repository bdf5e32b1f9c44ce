#include "harness/options/options.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace wali::options {

namespace {

const Option &find(const std::vector<Option> &options, const std::string &name) {
  const auto found = std::ranges::find(options, name, &Option::name);
  if (found == options.end())
    throw UsageError("unknown option `" + name + "`; --help lists the options");
  return *found;
}

} // namespace

CommandLine parse(const std::vector<std::string> &words, const std::vector<Option> &options) {
  CommandLine line;
  auto word = words.begin();
  for (; word != words.end() && word->starts_with("-"); ++word) {
    if (*word == "--") {
      line.separated = true;
      ++word;
      break;
    }
    if (*word == "--help" || *word == "-h") {
      line.help = true;
      return line;
    }
    const size_t equals = word->find('=');
    const Option &option = find(options, word->substr(0, equals));
    const bool takes_value = !option.value.empty(), has_value = equals != std::string::npos;
    if (has_value && !takes_value)
      throw UsageError(option.name + " takes no value");
    if (has_value)
      option.apply(word->substr(equals + 1));
    else if (!takes_value || option.may_lack_value)
      option.apply("");
    else if (word + 1 != words.end() && word[1] != "--")
      option.apply(*++word);
    else
      throw UsageError(option.name + " needs a value: " + option.name + " " + option.value);
  }
  line.rest.assign(word, words.end());
  return line;
}

std::string help_of(const std::vector<Option> &options) {
  constexpr size_t widest = 21; // a longer option has its help on lines of its own
  std::string text;
  const auto add = [&](const std::string &option, const std::string &help) {
    std::istringstream lines(help);
    std::string head = "  " + option;
    if (option.size() > widest) {
      text += head + '\n';
      head.clear();
    }
    for (std::string line; std::getline(lines, line); head.clear())
      text += head + std::string(widest + 4 - head.size(), ' ') + line + '\n';
  };
  for (const Option &option : options)
    add(option.name + (option.value.empty()    ? ""
                       : option.may_lack_value ? "[=" + option.value + "]"
                                               : " " + option.value),
        option.help);
  add("--help", "print this text");
  return text;
}

std::function<void(const std::string &)> set(bool &target) {
  return [&target](const std::string &) { target = true; };
}

std::function<void(const std::string &)> set(std::string &target) {
  return [&target](const std::string &value) { target = value; };
}

std::function<void(const std::string &)> add(std::vector<std::string> &target) {
  return [&target](const std::string &value) { target.push_back(value); };
}

uint64_t parse_number(const std::string &option, const std::string &what, const std::string &text) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw UsageError(option + " needs " + what + ", not `" + text + "`");
  return value;
}

} // namespace wali::options
