// Links a guest module in the shape that ABI.md describes, and fails if what came out has another.
// Usage: link-module REVISION SOURCE MODULE LINKER OBJECTS...
//
// A program that says `REQUIRES: memory-4g` declares 65536 pages at most, all others the 32768 of the WALI toolchain.
// A program that imports what its revision does not have says so in a line for each import,
// `// Imports: SYS_exit (i32) -> ()`.
//
// This is a program and not a script because it runs twice for each program of the suite.
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "harness/guest/module_shape.h"

namespace {

// What a program's source says about its link.
struct Declarations {
  uint64_t pages = 32768;
  std::vector<std::string> imports;
};

Declarations read_declarations(const char *path) {
  static constexpr char requires_[] = "// REQUIRES:", imports[] = "// Imports:";
  std::ifstream source(path);
  Declarations found;
  for (std::string line; std::getline(source, line);) {
    if (line.starts_with(requires_) && line.find("memory-4g") != std::string::npos)
      found.pages = 65536;
    if (line.starts_with(imports))
      found.imports.push_back(line.substr(std::min(line.find_first_not_of(' ', sizeof imports - 1), line.size())));
  }
  if (!source.eof())
    throw wali::guest::Refusal(std::string("its source ") + path + " cannot be read");
  return found;
}

// Runs a command; its exit status, or 128 and more if it was killed or could not be started.
int run(const std::vector<std::string> &words) {
  std::vector<char *> argv;
  for (const std::string &word : words)
    argv.push_back(const_cast<char *>(word.c_str()));
  argv.push_back(nullptr);
  pid_t child;
  if (const int error = posix_spawnp(&child, argv[0], nullptr, nullptr, argv.data(), environ)) {
    std::fprintf(stderr, "link-module: %s cannot be started: %s\n", argv[0], std::strerror(error));
    return 128;
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int link(wali::abi::Revision revision, const char *source, const std::string &module,
         const std::vector<std::string> &linker_and_objects) {
  const Declarations declared = read_declarations(source);
  const std::string made = module + ".new"; // what is refused does not take the module's place
  std::vector<std::string> words = {linker_and_objects[0],
                                    "--shared-memory",
                                    "--max-memory=" + std::to_string(declared.pages * 65536),
                                    "--no-entry",
                                    "--gc-sections",
                                    "--strip-debug",
                                    "-z",
                                    "stack-size=262144",
                                    "-o",
                                    made};
  words.insert(words.end(), linker_and_objects.begin() + 1, linker_and_objects.end());
  if (const int status = run(words))
    return status;
  wali::guest::check_module(made, revision, declared.pages, declared.imports);
  if (std::rename(made.c_str(), module.c_str()) != 0)
    throw wali::guest::Refusal(std::string("cannot be put into its place: ") + std::strerror(errno));
  return 0;
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 6) {
    std::fprintf(stderr, "usage: link-module libc|spec2026 SOURCE MODULE LINKER OBJECTS...\n");
    return 2;
  }
  using namespace wali::guest;
  try {
    return link(parse_revision(argv[1]), argv[2], argv[3], {argv + 4, argv + argc});
  } catch (const Refusal &refusal) {
    std::fprintf(stderr, "link-module: %s: %s\n", argv[3], refusal.what());
    return 1;
  }
}
