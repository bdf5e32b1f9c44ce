// From the command template to what execve takes.
#include "harness/launch/command.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "harness/launch/error.h"

namespace wali::launch {

namespace fs = std::filesystem;

namespace {

std::string replace_all(std::string text, const std::string &from, const std::string &to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

} // namespace

std::vector<std::string> expand_command(const std::vector<std::string> &command,
                                        const std::vector<std::string> &guest_args,
                                        const std::string &envfile,
                                        const std::string &module) {
  std::vector<std::string> words;
  bool placed = false;
  for (const std::string &word : command) {
    if (word == "{args}") {
      words.insert(words.end(), guest_args.begin(), guest_args.end());
      placed = true;
    } else {
      words.push_back(replace_all(replace_all(word, "{envfile}", envfile), "{module}", module));
    }
  }
  if (!placed)
    words.insert(words.end(), guest_args.begin(), guest_args.end());
  return words;
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
