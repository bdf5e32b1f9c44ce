// From the command template to what execve takes.
#include "harness/launch/command.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <span>

#include "harness/launch/error.h"

namespace wali::launch {

namespace fs = std::filesystem;

namespace {

std::string replace_all(std::string text, const std::string &from, const std::string &to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

bool names(std::span<const std::string> words, const std::string &place) {
  return std::ranges::any_of(
      words, [&](const std::string &word) { return word.find(place) != std::string::npos; });
}

// What the words of a template stand for in one launch, and the command so far.
struct Expansion {
  const std::vector<std::string> &arguments, &environment;
  const std::string &envfile, &module;
  std::vector<std::string> words;

  void word(const std::string &text, const std::string &place = "", const std::string &value = "") {
    if (text == "{args}")
      words.insert(words.end(), arguments.begin(), arguments.end());
    else if (text == "{--}")
      words.push_back("--");
    else {
      std::string filled = replace_all(replace_all(text, "{envfile}", envfile), "{module}", module);
      words.push_back(place.empty() ? filled : replace_all(filled, place, value));
    }
  }

  void group(std::span<const std::string> texts) {
    const bool of_environment = names(texts, "{env}"), of_arguments = names(texts, "{arg}");
    const std::string place = of_environment ? "{env}" : of_arguments ? "{arg}" : "";
    std::vector<std::string> values = of_environment ? environment : arguments;
    if (place.empty() && !arguments.empty())
      values = {""}; // once
    for (const std::string &value : values)
      for (const std::string &text : texts)
        word(text, place, value);
  }
};

} // namespace

std::vector<std::string> expand_command(const std::vector<std::string> &command,
                                        const std::vector<std::string> &guest_args,
                                        const std::string &envfile, const std::string &module,
                                        const std::vector<std::string> &environment) {
  Expansion expansion{guest_args, environment, envfile, module, {}};
  for (auto at = command.begin(); at != command.end(); ++at) {
    if (*at == "}")
      throw UsageError("the command has a `}` without the `{` that begins a group");
    if (*at != "{") {
      expansion.word(*at);
      continue;
    }
    const auto end = std::find(at + 1, command.end(), "}");
    if (end == command.end() || std::find(at + 1, end, "{") != end)
      throw UsageError("the command has a `{` without the `}` that ends its group");
    expansion.group({at + 1, end});
    at = end;
  }
  if (std::ranges::find(command, "{args}") == command.end() && !names(command, "{arg}"))
    expansion.words.insert(expansion.words.end(), guest_args.begin(), guest_args.end());
  return expansion.words;
}

std::string find_program(const std::string &word) {
  if (word.find('/') != std::string::npos)
    return fs::absolute(word).string();
  const char *path = std::getenv("PATH");
  std::string directories = path ? path : "";
  for (size_t begin = 0; begin <= directories.size();) {
    size_t end = std::min(directories.find(':', begin), directories.size());
    fs::path candidate = fs::absolute(fs::path(directories.substr(begin, end - begin)) / word);
    std::error_code unreachable; // is no reason to stop: the next directory may have it
    if (fs::is_regular_file(candidate, unreachable) && access(candidate.c_str(), X_OK) == 0)
      return candidate.string();
    begin = end + 1;
  }
  throw LaunchError("'" + word + "' is not in PATH; give the engine's path");
}

} // namespace wali::launch
