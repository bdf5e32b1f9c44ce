// Runs a fuzz target without libFuzzer: fuzz-TARGET [-runs=N] [-seed=S] FILE|DIRECTORY...
// All inputs as they are, then N inputs made of them by random changes, the same for
// the same seed. What breaks a target ends it; the input is then in the file that
// it names.
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "harness/options/options.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

namespace fs = std::filesystem;
namespace options = wali::options;
using Bytes = std::vector<uint8_t>;

Bytes current; // the input that runs
char crash_file[] = "fuzz-crash-0000000000";

void save_current(int signo) {
  FILE *file = fopen(crash_file, "wb");
  if (file) {
    fwrite(current.data(), 1, current.size(), file);
    fclose(file);
    fprintf(stderr, "fuzz: signal %d; the input is in %s\n", signo, crash_file);
  }
  signal(signo, SIG_DFL);
  raise(signo);
}

Bytes read_file(const fs::path &path) {
  std::ifstream file(path, std::ios::binary);
  return Bytes(std::istreambuf_iterator<char>(file), {});
}

void run(Bytes input) {
  current = std::move(input);
  // A copy of exactly this size: what is read beyond it is seen.
  const Bytes exact(current);
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

// One to eight changes: a byte, a number that is often special, a piece removed,
// repeated or taken from another input.
Bytes change(Bytes input, const std::vector<Bytes> &corpus, std::mt19937 &random) {
  constexpr uint32_t special[] = {0,          1,          0x7f,       0x80,
                                  0xff,       0x1000,     0xffff,     0x7fffffff,
                                  0x80000000, 0xffffffff, 0x00100000, 0xfffffff0};
  for (uint32_t count = 1 + random() % 8; count > 0; --count) {
    const size_t at = input.empty() ? 0 : random() % input.size();
    const size_t length = input.empty() ? 0 : std::min<size_t>(input.size() - at, random() % 32);
    const auto place = input.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random() % 6) {
    case 0:
      if (!input.empty())
        *place = static_cast<uint8_t>(random());
      break;
    case 1:
      if (input.size() >= at + 4)
        memcpy(&*place, &special[random() % std::size(special)], 4);
      break;
    case 2:
      input.erase(place, place + static_cast<std::ptrdiff_t>(length));
      break;
    case 3: {
      const Bytes piece(place, place + static_cast<std::ptrdiff_t>(length));
      input.insert(input.end(), piece.begin(), piece.end());
      break;
    }
    case 4: {
      const Bytes &other = corpus[random() % corpus.size()];
      if (!other.empty())
        input.insert(place, other.begin(),
                     other.begin() + static_cast<std::ptrdiff_t>(random() % other.size()));
      break;
    }
    default:
      if (!input.empty())
        *place = static_cast<uint8_t>(*place ^ (1u << random() % 8));
    }
  }
  input.resize(std::min<size_t>(input.size(), 8192));
  return input;
}

void add(std::vector<Bytes> &corpus, const fs::path &path) {
  if (!fs::is_directory(path)) {
    corpus.push_back(read_file(path));
    return;
  }
  std::vector<fs::path> files(fs::directory_iterator(path), {});
  std::sort(files.begin(), files.end());
  for (const fs::path &file : files)
    corpus.push_back(read_file(file));
}

int run_all(int argc, char **argv) {
  uint64_t runs = 0, seed = 1;
  const auto number = [](const char *name, uint64_t &target) {
    return [name, &target](const std::string &text) {
      target = options::parse_number(name, "a number", text);
    };
  };
  const std::vector<options::Option> table = {
      {"-runs", "N", "how many inputs to make of those given (default 0)", number("-runs", runs)},
      {"-seed", "S", "the seed of the changes (default 1)", number("-seed", seed)},
  };
  const options::CommandLine line =
      options::parse(std::vector<std::string>(argv + 1, argv + argc), table);
  if (line.help) {
    printf("usage: %s [OPTION]... [FILE or DIRECTORY]...\n%s", argv[0],
           options::help_of(table).c_str());
    return 0;
  }
  std::vector<Bytes> corpus{{}};
  for (const std::string &path : line.rest)
    add(corpus, path);
  snprintf(crash_file, sizeof crash_file, "fuzz-crash-%d", static_cast<int>(getpid()));
  signal(SIGABRT, save_current);
  std::mt19937 random(static_cast<uint32_t>(seed));
  for (const Bytes &input : corpus)
    run(input);
  for (uint64_t count = 0; count < runs; ++count)
    run(change(corpus[random() % corpus.size()], corpus, random));
  printf("%zu inputs, %llu made of them\n", corpus.size(), static_cast<unsigned long long>(runs));
  return 0;
}

} // namespace

int main(int argc, char **argv) {
  try {
    return run_all(argc, argv);
  } catch (const std::exception &error) {
    fprintf(stderr, "%s: %s\n", argv[0], error.what());
    return 2;
  }
}
