// The cache of compiled code: only whole, matching entries count.
#include "runners/wasmtime/cache.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace wali::runner {
namespace {

namespace fs = std::filesystem;

Bytes bytes(const std::string &text) {
  return {reinterpret_cast<const uint8_t *>(text.data()), text.size()};
}

class CacheTest : public testing::Test {
protected:
  void SetUp() override {
    directory = fs::temp_directory_path() / ("wali-cache-test-" + std::to_string(getpid()));
    fs::remove_all(directory);
  }
  void TearDown() override { fs::remove_all(directory); }

  // The code that the cache has of a module.
  std::string found(const Cache &cache, const std::string &module) {
    const auto code = cache.find(bytes(module));
    return code ? std::string(code->begin(), code->end()) : "nothing";
  }

  fs::path only_entry() {
    for (const auto &entry : fs::directory_iterator(directory))
      return entry.path();
    return {};
  }

  fs::path directory;
  const std::string module = "a module", code = std::string(10000, 'c');
};

TEST_F(CacheTest, FindsWhatWasStored) {
  const Cache cache(directory, "engine 1");
  EXPECT_EQ(found(cache, module), "nothing");
  cache.store(bytes(module), bytes(code));
  EXPECT_EQ(found(cache, module), code);
  EXPECT_EQ(found(cache, "another module"), "nothing");
  EXPECT_EQ(found(Cache(directory, "engine 2"), module), "nothing");
}

TEST_F(CacheTest, LeavesNothingBesideItsEntries) {
  const Cache cache(directory, "engine 1");
  for (int round = 0; round < 3; ++round)
    cache.store(bytes(module), bytes(code));
  EXPECT_EQ(std::distance(fs::directory_iterator(directory), {}), 1);
}

TEST_F(CacheTest, IgnoresDamagedEntries) {
  const Cache cache(directory, "engine 1");
  cache.store(bytes(module), bytes(code));
  std::ifstream file(only_entry(), std::ios::binary);
  const std::string whole(std::istreambuf_iterator<char>(file), {});
  const auto replace = [&](const std::string &content) {
    std::ofstream(only_entry(), std::ios::binary | std::ios::trunc) << content;
  };
  for (size_t length : {size_t{0}, size_t{1}, size_t{39}, whole.size() / 2, whole.size() - 1}) {
    replace(whole.substr(0, length));
    EXPECT_EQ(found(cache, module), "nothing") << length;
  }
  constexpr size_t behind_the_code = 60; // every byte of it; some of the others
  for (size_t position = 0; position < whole.size();
       position += position + behind_the_code < whole.size() ? 7 : 1) {
    std::string damaged = whole;
    damaged[position] ^= 1;
    replace(damaged);
    EXPECT_EQ(found(cache, module), "nothing") << position;
  }
  replace(whole + "x");
  EXPECT_EQ(found(cache, module), "nothing");
  replace(whole);
  EXPECT_EQ(found(cache, module), code);
}

TEST_F(CacheTest, IgnoresEntriesThatOthersCanWrite) {
  const Cache cache(directory, "engine 1");
  cache.store(bytes(module), bytes(code));
  ASSERT_EQ(chmod(only_entry().c_str(), 0666), 0);
  EXPECT_EQ(found(cache, module), "nothing");
}

TEST_F(CacheTest, AnUnusableDirectoryIsNoError) {
  const Cache cache("/dev/null/cache", "engine 1");
  cache.store(bytes(module), bytes(code));
  EXPECT_EQ(found(cache, module), "nothing");
  EXPECT_EQ(found(Cache(), module), "nothing");
}

TEST_F(CacheTest, ConcurrentRunsShareIt) {
  std::vector<std::thread> runs;
  std::atomic<int> wrong = 0;
  for (int run = 0; run < 8; ++run)
    runs.emplace_back([&] {
      const Cache cache(directory, "engine 1");
      for (int round = 0; round < 50; ++round) {
        const std::string before = found(cache, module);
        if (before != code && before != "nothing")
          ++wrong;
        cache.store(bytes(module), bytes(code));
      }
    });
  for (std::thread &run : runs)
    run.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(found(Cache(directory, "engine 1"), module), code);
}

} // namespace
} // namespace wali::runner
