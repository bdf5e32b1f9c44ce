// The command line.
#include "harness/launch/options.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "harness/launch/error.h"

namespace wali::launch {
namespace {

using Words = std::vector<std::string>;

std::string complaint(const Words &words) {
  try {
    parse_options(words);
  } catch (const UsageError &error) {
    return error.what();
  }
  return "";
}

TEST(Options, CommandAndGuestArguments) {
  Options options = parse_options({"--", "engine", "{args}", "--", "one", "--", "two words"});
  EXPECT_EQ(options.command, (Words{"engine", "{args}"}));
  EXPECT_EQ(options.guest_args, (Words{"one", "--", "two words"}));
  EXPECT_EQ(parse_options({"--", "engine"}).guest_args, Words{});
  EXPECT_EQ(parse_options({"--", "engine", "--"}).guest_args, Words{});
}

TEST(Options, Values) {
  Options options = parse_options({"--record",
                                   "r",
                                   "--stderr=e",
                                   "--timeout",
                                   "0.5",
                                   "--output-limit",
                                   "10",
                                   "--disk-limit",
                                   "4096",
                                   "--memory-limit",
                                   "1000000",
                                   "--identity",
                                   "ns-root",
                                   "--isolation",
                                   "process-group",
                                   "--scratch",
                                   "/var/tmp",
                                   "--expose",
                                   "/tmp/a",
                                   "--expose",
                                   "/tmp/b",
                                   "--env",
                                   "A=b=c",
                                   "--engine-env",
                                   "E=",
                                   "--stdin",
                                   "--",
                                   "x"});
  EXPECT_EQ(options.record, "r");
  EXPECT_EQ(options.stderr_file, "e");
  EXPECT_EQ(options.disk_limit, 4096u);
  EXPECT_EQ(options.timeout, 0.5);
  EXPECT_EQ(options.output_limit, 10u);
  EXPECT_EQ(options.memory_limit, 1000000u);
  EXPECT_EQ(options.identity, IdentityKind::ns_root);
  EXPECT_EQ(options.isolation, Isolation::process_group);
  EXPECT_EQ(options.scratch, "/var/tmp");
  EXPECT_EQ(options.exposed, (Words{"/tmp/a", "/tmp/b"}));
  EXPECT_EQ(options.environment, (Words{"A=b=c"}));
  EXPECT_EQ(options.engine_environment, (Words{"E="}));
  EXPECT_TRUE(options.pass_stdin);
}

TEST(Options, MistakesAreOneLineThatSaysWhatToDo) {
  for (const Words &words : std::initializer_list<Words>{{},
                                                         {"--"},
                                                         {"--", "--", "x"},
                                                         {"engine"},
                                                         {"--bogus", "1", "--", "x"},
                                                         {"--timeout", "--", "x"},
                                                         {"--timeout", "0", "--", "x"},
                                                         {"--timeout", "nan", "--", "x"},
                                                         {"--timeout", "1s", "--", "x"},
                                                         {"--output-limit", "-1", "--", "x"},
                                                         {"--identity", "wheel", "--", "x"},
                                                         {"--isolation", "none", "--", "x"},
                                                         {"--env", "NOVALUE", "--", "x"},
                                                         {"--env", "=x", "--", "x"},
                                                         {"--env", "A=b\nc", "--", "x"},
                                                         {"--record"}}) {
    std::string message = complaint(words);
    EXPECT_NE(message, "") << testing::PrintToString(words);
    EXPECT_LE(std::count(message.begin(), message.end(), '\n'),
              message.find("b\nc") == std::string::npos ? 0 : 1);
  }
}

} // namespace
} // namespace wali::launch
