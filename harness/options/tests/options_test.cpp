// How command lines are read.
#include "harness/options/options.h"

#include <gtest/gtest.h>

namespace wali::options {
namespace {

using Words = std::vector<std::string>;

// A program with an option of each kind.
struct Program {
  bool loud = false;
  std::string colour;
  Words names;
  uint64_t count = 0;
  std::string when = "never";
  std::vector<Option> options = {
      {"--loud", "", "make noise", set(loud)},
      {"--colour", "COLOUR", "paint", set(colour)},
      {"--name", "NAME", "a name\n(repeatable)", add(names)},
      {"-count", "N", "how many, with one dash and a value that is a number",
       [this](const std::string &text) { count = parse_number("-count", "a number", text); }},
      {"--paint", "WHEN", "a value that may be left out", set(when), true},
  };
};

std::string complaint(const Words &words) {
  try {
    parse(words, Program().options);
  } catch (const UsageError &error) {
    return error.what();
  }
  return "none";
}

TEST(CommandLine, OptionsEndAtTheFirstWordThatIsNone) {
  Program program;
  const CommandLine line = parse(
      {"--name", "a", "--name=b", "--colour=x=y", "-count=7", "file", "--loud"}, program.options);
  EXPECT_EQ(program.names, (Words{"a", "b"}));
  EXPECT_EQ(program.colour, "x=y");
  EXPECT_EQ(program.count, 7u);
  EXPECT_FALSE(program.loud);
  EXPECT_FALSE(line.separated);
  EXPECT_EQ(line.rest, (Words{"file", "--loud"}));
}

TEST(CommandLine, TwoDashesEndTheOptionsAndAreLeftOut) {
  Program program;
  const CommandLine line = parse({"--loud", "--", "--colour", "--"}, program.options);
  EXPECT_TRUE(program.loud);
  EXPECT_TRUE(line.separated);
  EXPECT_EQ(line.rest, (Words{"--colour", "--"}));
}

TEST(CommandLine, AValueThatMayBeLeftOutStandsInTheSameWord) {
  Program program;
  EXPECT_EQ(parse({"--paint", "file"}, program.options).rest, Words{"file"});
  EXPECT_EQ(program.when, "");
  parse({"--paint=now"}, program.options);
  EXPECT_EQ(program.when, "now");
  EXPECT_NE(help_of(program.options).find("--paint[=WHEN]"), std::string::npos);
}

TEST(CommandLine, HelpEndsTheReading) {
  EXPECT_TRUE(parse({"--help", "--bogus"}, Program().options).help);
  EXPECT_TRUE(parse({"-h"}, Program().options).help);
}

TEST(CommandLine, AValueMayBeginWithADash) {
  Program program;
  parse({"--colour", "-1", "--name="}, program.options);
  EXPECT_EQ(program.colour, "-1");
  EXPECT_EQ(program.names, Words{""});
}

TEST(CommandLine, MistakesSayWhatToDo) {
  EXPECT_EQ(complaint({"--bogus"}), "unknown option `--bogus`; --help lists the options");
  EXPECT_EQ(complaint({"--bogus=1"}), "unknown option `--bogus`; --help lists the options");
  EXPECT_EQ(complaint({"--colour"}), "--colour needs a value: --colour COLOUR");
  EXPECT_EQ(complaint({"--colour", "--", "x"}), "--colour needs a value: --colour COLOUR");
  EXPECT_EQ(complaint({"--loud=yes"}), "--loud takes no value");
  EXPECT_EQ(complaint({"-count", "-1"}), "-count needs a number, not `-1`");
  EXPECT_EQ(complaint({"-count", ""}), "-count needs a number, not ``");
  EXPECT_EQ(complaint({"-count", "18446744073709551616"}),
            "-count needs a number, not `18446744073709551616`");
}

TEST(CommandLine, HelpNamesEachOption) {
  const std::vector<Option> options = {
      {"--loud", "", "make noise", nullptr},
      {"--name", "NAME", "a name\n(repeatable)", nullptr},
      {"--very-long-option", "NAME=VALUE", "set it", nullptr},
  };
  EXPECT_EQ(help_of(options), "  --loud                 make noise\n"
                              "  --name NAME            a name\n"
                              "                         (repeatable)\n"
                              "  --very-long-option NAME=VALUE\n"
                              "                         set it\n"
                              "  --help                 print this text\n");
}

} // namespace
} // namespace wali::options
