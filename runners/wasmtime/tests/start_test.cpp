#include "runners/wasmtime/start.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

namespace wali::runner {
namespace {

// A command line and an environment as the kernel lays them out.
struct Start {
  char words[40] = "engine\0--option\0program\0arg";
  char *argv[5] = {words, words + 7, words + 16, words + 24, nullptr};
  char entry[16] = "SECRET=value";
  char *entries[2] = {entry, nullptr};
  char **before = environ;

  Start() { environ = entries; }
  ~Start() {
    if (entries[0] != entry) // a copy, which the engine keeps for its whole life
      free(entries[0]);
    environ = before;
  }
};

constexpr char zeros[40] = {};

TEST(WipeStart, TheCommandLineIsTheGuests) {
  Start start;
  wipe_start(4, start.argv, 2, false);
  EXPECT_STREQ(start.words, "program");
  EXPECT_STREQ(start.words + 8, "arg");
  EXPECT_EQ(memcmp(start.words + 12, zeros, sizeof start.words - 12), 0);
}

TEST(WipeStart, NothingIsLeftOfTheEnvironment) {
  Start start;
  wipe_start(4, start.argv, 2, false);
  EXPECT_EQ(memcmp(start.entry, zeros, sizeof start.entry), 0);
  EXPECT_EQ(getenv("SECRET"), nullptr);
}

TEST(WipeStart, AnEnvironmentThatIsTheGuestsIsKeptElsewhere) {
  Start start;
  wipe_start(4, start.argv, 2, true);
  EXPECT_EQ(memcmp(start.entry, zeros, sizeof start.entry), 0);
  EXPECT_STREQ(getenv("SECRET"), "value");
}

} // namespace
} // namespace wali::runner
