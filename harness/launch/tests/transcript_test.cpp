// The transcript's exact bytes.
#include "harness/launch/transcript.h"

#include <gtest/gtest.h>

namespace wali::launch {
namespace {

using namespace std::string_literals;

TEST(Transcript, PlainLinesStay) {
  EXPECT_EQ(visible(""), "");
  EXPECT_EQ(visible("openat = -EEXIST\ncontents = \"keep\"\n"),
            "openat = -EEXIST\ncontents = \"keep\"\n");
  EXPECT_EQ(visible("~!\"#$%&'()*+,-./{}[]|^`\n"), "~!\"#$%&'()*+,-./{}[]|^`\n");
}

TEST(Transcript, EveryByteOutsidePrintableAsciiIsEscaped) {
  EXPECT_EQ(visible("a\tb\rc\0d\n"s), "a\\tb\\rc\\0d\n");
  EXPECT_EQ(visible("\x01\x1f\x7f\x80\xff\n"), "\\x01\\x1f\\x7f\\x80\\xff\n");
  EXPECT_EQ(visible("\xc3\xa9\n"), "\\xc3\\xa9\n");
  for (int byte = 0; byte < 256; ++byte) {
    std::string line = "a?b\n";
    line[1] = static_cast<char>(byte);
    if (byte != '\n') {
      EXPECT_EQ(visible(line) == line, byte >= 0x20 && byte <= 0x7e) << byte;
    }
  }
}

TEST(Transcript, BlanksThatFileCheckWouldFoldAreEscaped) {
  EXPECT_EQ(visible("a b\n"), "a b\n");
  EXPECT_EQ(visible("a  b\n"), "a \\x20b\n");
  EXPECT_EQ(visible("a   b\n"), "a \\x20\\x20b\n");
  EXPECT_EQ(visible(" a\n"), "\\x20a\n");
  EXPECT_EQ(visible("a \n"), "a\\x20\n");
  EXPECT_EQ(visible(" \n"), "\\x20\n");
  EXPECT_EQ(visible("  \n"), "\\x20\\x20\n");
  EXPECT_EQ(visible("a \tb\n"), "a \\tb\n");
}

TEST(Transcript, EmptyLinesAndMissingNewlinesShow) {
  EXPECT_EQ(visible("\n"), "\\n\n");
  EXPECT_EQ(visible("a\n\n\nb\n"), "a\n\\n\n\\n\nb\n");
  EXPECT_EQ(visible("a\nb"), "a\nb\\c\n");
  EXPECT_EQ(visible("a "), "a\\x20\\c\n");
  EXPECT_EQ(visible("\n\n"), "\\n\n\\n\n");
}

TEST(Transcript, BackslashesStay) { EXPECT_EQ(visible("\\n \\x20\n"), "\\n \\x20\n"); }

TEST(Transcript, AProgramCannotPrintItsEnding) {
  EXPECT_EQ(visible("exit 7\n"), "\\x65xit 7\n");
  EXPECT_EQ(visible("killed SIGTERM"), "\\x6billed SIGTERM\\c\n");
  EXPECT_EQ(visible("timeout\nflood\n"), "\\x74imeout\n\\x66lood\n");
  EXPECT_EQ(visible("exit = 7\nexit status 7\ntimeouts\n"), "exit = 7\nexit status 7\ntimeouts\n");
}

TEST(Transcript, EndingLines) {
  EXPECT_EQ(ending_line(Ending::exited, 0), "");
  EXPECT_EQ(ending_line(Ending::exited, 7), "exit 7\n");
  EXPECT_EQ(ending_line(Ending::killed, 15), "killed SIGTERM\n");
  EXPECT_EQ(ending_line(Ending::killed, 34), "killed SIG34\n");
  EXPECT_EQ(ending_line(Ending::timeout, 0), "timeout\n");
  EXPECT_EQ(ending_line(Ending::flood, 0), "flood\n");
}

TEST(Transcript, SignalNames) {
  EXPECT_EQ(signal_name(1), "SIGHUP");
  EXPECT_EQ(signal_name(16), "SIGSTKFLT");
  EXPECT_EQ(signal_name(29), "SIGIO");
  EXPECT_EQ(signal_name(31), "SIGSYS");
  EXPECT_EQ(signal_name(32), "SIG32");
  EXPECT_EQ(signal_name(64), "SIG64");
}

} // namespace
} // namespace wali::launch
