// A call's arguments by name are those that stand at the table's place.
#include "runners/host/linking/parameters.h"

#include <gtest/gtest.h>

namespace wali::host {
namespace {

using abi::Call;

static_assert(std::is_same_v<decltype(Parameters<Call::openat>::flags), int>);
static_assert(std::is_same_v<decltype(Parameters<Call::openat>::mode), uint32_t>);
static_assert(std::is_same_v<decltype(Parameters<Call::mmap>::addr), GuestAddress>);
static_assert(std::is_same_v<decltype(Parameters<Call::mmap>::length), uint32_t>);
static_assert(std::is_same_v<decltype(Parameters<Call::poll>::nfds), uint64_t>); // the wider one

template <abi::Call call> Parameters<call> from_zero() {
  Arguments arguments;
  for (size_t index = 0; index < Arguments::max_count; ++index)
    arguments[index] = static_cast<int64_t>(index);
  return by_name<call>(arguments);
}

TEST(Parameters, StandInTheTablesOrder) {
  const auto six = from_zero<Call::mmap>();
  EXPECT_EQ(six.addr, 0u);
  EXPECT_EQ(six.length, 1u);
  EXPECT_EQ(six.prot, 2);
  EXPECT_EQ(six.flags, 3);
  EXPECT_EQ(six.fd, 4);
  EXPECT_EQ(six.offset, 5);
  EXPECT_EQ(from_zero<Call::openat>().mode, 3u);
  EXPECT_EQ(from_zero<Call::openat>().number, SYS_openat);
}

TEST(Parameters, AreCutToTheGuestsTypes) {
  Arguments arguments;
  arguments[0] = int64_t{-1};
  arguments[1] = 0x1'0000'0002;
  arguments[2] = 0x1'ffff'ffff;
  const auto parameters = by_name<Call::openat>(arguments);
  EXPECT_EQ(parameters.dirfd, -1);
  EXPECT_EQ(parameters.pathname, 2u);
  EXPECT_EQ(parameters.flags, -1);
}

int64_t lseek(Thread &, const Parameters<Call::lseek> &arguments) {
  return arguments.offset + arguments.whence;
}

TEST(Parameters, AHandlerIsTheEntryOfItsCall) {
  constexpr CallEntry lseek_entry = entry<lseek>;
  EXPECT_EQ(lseek_entry.call, Call::lseek);
}

} // namespace
} // namespace wali::host
