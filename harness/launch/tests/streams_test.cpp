// What is kept of an output stream.
#include "harness/launch/streams.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <optional>

namespace wali::launch {
namespace {

struct Fixture {
  Fixture(uint64_t head, uint64_t tail, uint64_t flood) {
    int ends[2];
    EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0);
    writer.reset(ends[1]);
    stream.emplace(Descriptor(ends[0]), head, tail, flood);
  }
  void write(const std::string &text) {
    ASSERT_EQ(::write(writer.get(), text.data(), text.size()), static_cast<ssize_t>(text.size()));
    stream->drain();
  }
  Descriptor writer;
  std::optional<Stream> stream;
};

TEST(Stream, KeepsTheHeadAndTheTail) {
  Fixture f(4, 3, 100);
  f.write("abc");
  f.write("defghi");
  EXPECT_EQ(f.stream->head(), "abcd");
  EXPECT_EQ(f.stream->tail(), "ghi");
  EXPECT_EQ(f.stream->bytes(), 9u);
  EXPECT_FALSE(f.stream->flooded());
}

TEST(Stream, ExactlyTheLimitIsNoFlood) {
  Fixture f(4, 0, 4);
  f.write("abcd");
  EXPECT_FALSE(f.stream->flooded());
  EXPECT_GE(f.stream->poll_fd(), 0);
  f.write("e");
  EXPECT_TRUE(f.stream->flooded());
  EXPECT_EQ(f.stream->poll_fd(), -1);
  EXPECT_EQ(f.stream->head(), "abcd");
  EXPECT_EQ(f.stream->tail(), "");
}

TEST(Stream, AClosedPipeIsNotPolled) {
  Fixture f(4, 4, 4);
  f.write("ab");
  f.writer.reset();
  f.stream->drain();
  EXPECT_EQ(f.stream->poll_fd(), -1);
  EXPECT_EQ(f.stream->tail(), "ab");
}

} // namespace
} // namespace wali::launch
