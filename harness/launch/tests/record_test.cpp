// The record's exact bytes.
#include "harness/launch/record.h"

#include <gtest/gtest.h>

namespace wali::launch {
namespace {

using namespace std::string_literals;

TEST(Record, CharactersOfUtf8Stay) {
  EXPECT_EQ(as_utf8("plain \"\\\n\x01\x7f\0"s), "plain \"\\\n\x01\x7f\0"s);
  EXPECT_EQ(as_utf8("\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80"),
            "\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80");
}

TEST(Record, OtherBytesAreEscaped) {
  EXPECT_EQ(as_utf8("\xff"), R"(\xff)");
  EXPECT_EQ(as_utf8("\x80\xc3"), R"(\x80\xc3)");
  EXPECT_EQ(as_utf8("\xc0\xaf"), R"(\xc0\xaf)");                 // overlong
  EXPECT_EQ(as_utf8("\xe0\x80\xaf"), R"(\xe0\x80\xaf)");         // overlong
  EXPECT_EQ(as_utf8("\xed\xa0\x80"), R"(\xed\xa0\x80)");         // a surrogate
  EXPECT_EQ(as_utf8("\xf4\x90\x80\x80"), R"(\xf4\x90\x80\x80)"); // above U+10FFFF
  EXPECT_EQ(as_utf8("\xe2\x82"), R"(\xe2\x82)");                 // cut off
  EXPECT_EQ(as_utf8("\xe2\x82z"), R"(\xe2\x82z)");
}

TEST(Record, ExitedProgram) {
  Outcome outcome;
  outcome.number = 7;
  outcome.seconds = 0.25;
  outcome.processor = 0.125;
  outcome.output = "abc";
  outcome.output_bytes = 3;
  outcome.stderr_tail = "oh\n";
  outcome.stderr_bytes = 3;
  outcome.leftover = 2;
  EXPECT_EQ(
      record_line(outcome),
      R"({"ended":"exited","status":7,"signal":null,"seconds":0.25,"processor":0.125,)"
      R"("isolation":"namespaces","identity":"root","stdout_bytes":3,"stdout_kept":3,"stderr":"oh\n","stderr_bytes":3,"leftover":2})"
      "\n");
}

TEST(Record, KilledProgram) {
  Outcome outcome;
  outcome.ending = Ending::killed;
  outcome.number = 11;
  outcome.isolation = Isolation::process_group;
  outcome.identity = IdentityKind::ns_root;
  EXPECT_EQ(
      record_line(outcome),
      R"({"ended":"killed","status":null,"signal":"SIGSEGV","seconds":0.0,"processor":0.0,)"
      R"("isolation":"process-group","identity":"ns-root","stdout_bytes":0,"stdout_kept":0,"stderr":"","stderr_bytes":0,"leftover":0})"
      "\n");
}

TEST(Record, TimeoutAndFloodHaveNeitherStatusNorSignal) {
  Outcome outcome;
  for (Ending ending : {Ending::timeout, Ending::flood}) {
    outcome.ending = ending;
    EXPECT_NE(record_line(outcome).find(R"("status":null,"signal":null)"), std::string::npos);
  }
}

TEST(Record, StderrTailStaysWithinItsLimitWhenEscaped) {
  Outcome outcome;
  outcome.stderr_tail = std::string(stderr_tail_limit, '\xff') + "the end";
  std::string line = record_line(outcome);
  EXPECT_NE(line.find("\\\\xffthe end\""), std::string::npos);
  // Each escaped byte is four characters, and the JSON doubles its backslash.
  EXPECT_LE(line.size(), stderr_tail_limit * 5 / 4 + 300);
}

TEST(Record, AnyBytesOfStandardErrorMakeOneLineOfJson) {
  Outcome outcome;
  outcome.stderr_tail = "\"\\\n\x01\0\xff"s;
  const std::string line = record_line(outcome);
  EXPECT_NE(line.find(R"("stderr":"\"\\\n\u0001\u0000\\xff")"), std::string::npos) << line;
  EXPECT_EQ(line.find('\n'), line.size() - 1);
}

TEST(Record, NotStarted) {
  EXPECT_EQ(not_started_line("cannot execute \"x\"", false),
            R"({"ended":"not-started","error":"cannot execute \"x\""})"
            "\n");
  EXPECT_EQ(not_started_line("cannot make /tmp/x", true),
            R"({"ended":"not-started","error":"cannot make /tmp/x","machine":true})"
            "\n");
}

} // namespace
} // namespace wali::launch
