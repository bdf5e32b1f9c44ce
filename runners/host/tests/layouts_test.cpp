#include "runners/host/memory/layouts.h"

#include "runners/host/tests/fake_guest.h"

#include <sys/uio.h>
#include <unistd.h>

#include <vector>

namespace wali::host {
namespace {

using std::byte;

template <class T> void append_bytes(std::vector<byte> &bytes, const T &value) {
  auto *begin = reinterpret_cast<const byte *>(&value);
  bytes.insert(bytes.end(), begin, begin + sizeof value);
}

// A guest's header whose padding is not zero.
void append_header(std::vector<byte> &bytes, uint32_t length, int32_t level, int32_t type) {
  append_bytes(bytes, abi::cmsghdr{length, 0xdddddddd, level, type});
}

TEST(ControlMessages, LengthsBecome64BitsWide) {
  std::vector<byte> control;
  append_header(control, 20, 1, 1);
  append_bytes(control, uint64_t{7}); // four bytes of data and four of padding
  append_header(control, 28, 1, 2);
  append_bytes(control, abi::ucred{1, 2, 3});

  control_to_kernel(control);
  std::optional<ControlMessage> first = control_message_at(control, 0);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->header.len, 20u);
  EXPECT_EQ(first->data(control).size(), 4u);
  ASSERT_EQ(next_control_message(*first), 24u);
  std::optional<ControlMessage> second = control_message_at(control, 24);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->header.len, 28u);
  EXPECT_EQ(second->header.type, 2);
  EXPECT_FALSE(control_message_at(control, next_control_message(*second)));
}

TEST(ControlMessages, LastOneNeedsNoPadding) {
  std::vector<byte> control;
  append_header(control, 20, 1, 1);
  append_bytes(control, int32_t{7});
  ASSERT_EQ(control.size(), 20u);
  control_to_kernel(control);
  std::optional<ControlMessage> only = control_message_at(control, 0);
  ASSERT_TRUE(only);
  EXPECT_FALSE(control_message_at(control, next_control_message(*only)));
}

TEST(ControlMessages, MalformedOnesEndTheList) {
  for (uint32_t length : {0u, 15u, 21u, 0xffffffffu, 0xfffffff9u}) {
    std::vector<byte> control;
    append_header(control, length, 1, 1);
    append_bytes(control, int32_t{7});
    control_to_kernel(control); // the upper half is cleared even so
    kernel_layout::cmsghdr header;
    memcpy(&header, control.data(), sizeof header);
    EXPECT_EQ(header.len, length);
    EXPECT_FALSE(control_message_at(control, 0)) << length;
  }
}

TEST(ControlMessages, BuffersTooShortForAHeaderAreLeftAlone) {
  std::vector<byte> control(15, byte{0xdd});
  control_to_kernel(control);
  EXPECT_EQ(control, std::vector<byte>(15, byte{0xdd}));
  EXPECT_FALSE(control_message_at(control, 0));
  EXPECT_FALSE(control_message_at(control, 100));
}

class Layouts : public testing::Test {
protected:
  FakeGuest &guest = FakeGuest::instance();
  void SetUp() override { guest.poison(); }

  // Whether the host's array says what the guest's did, as the kernel sees it.
  std::string gathered(const IovecArray &vectors, size_t count) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    EXPECT_GE(guest.thread().syscall(SYS_writev, ends[1], vectors.data(), count), 0);
    close(ends[1]);
    char bytes[4096];
    ssize_t length = read(ends[0], bytes, sizeof bytes);
    close(ends[0]);
    return {bytes, static_cast<size_t>(length)};
  }
};

TEST_F(Layouts, IovecsOfEveryCountUpToTheMaximum) {
  guest.put(0x1000, "0123456789");
  for (size_t count : {0, 1, 15, 16, 17, 32, 33, 1000, 1024}) {
    std::string expected;
    for (size_t index = 0; index < count; ++index) {
      guest.put(0x2000 + index * sizeof(abi::iovec),
                abi::iovec{{static_cast<uint32_t>(0x1000 + index % 10)}, 1});
      expected += static_cast<char>('0' + index % 10);
    }
    IovecArray vectors(guest.memory(), 0x2000, count);
    ASSERT_TRUE(vectors.is_readable()) << count;
    EXPECT_EQ(count == 0 ? "" : gathered(vectors, count), expected) << count;
  }
}

TEST_F(Layouts, IovecArraysThatLinuxRefusesAreNotRead) {
  EXPECT_FALSE(IovecArray(guest.memory(), 0x2000, -1).is_readable());
  EXPECT_FALSE(IovecArray(guest.memory(), 0x2000, 1025).is_readable());
  EXPECT_FALSE(IovecArray(guest.memory(), 0, 1).is_readable());
  EXPECT_TRUE(IovecArray(guest.memory(), 0, 0).is_readable());
  EXPECT_FALSE(IovecArray(guest.memory(), FakeGuest::outside, 1).is_readable());
  EXPECT_FALSE(IovecArray(guest.memory(), FakeGuest::end - 8, 2).is_readable());
  EXPECT_TRUE(IovecArray(guest.memory(), FakeGuest::end - 8, 1).is_readable());
  EXPECT_FALSE(IovecArray(guest.memory(), 0xffffffff, 1024).is_readable());
}

TEST_F(Layouts, MessageHeaderPaddingIsIgnored) {
  abi::msghdr header;
  memset(&header, 0xdd, sizeof header);
  header.msg_name = {0};
  header.msg_namelen = 5;
  header.msg_iovlen = -1;
  header.msg_controllen = 0xfffffff0;
  header.msg_flags = 0x40;
  kernel_layout::msghdr translated = to_kernel(guest.memory(), header);
  EXPECT_EQ(translated.namelen, 5u);
  EXPECT_EQ(translated.iovlen, 0xffffffffu);
  EXPECT_EQ(translated.controllen, 0xfffffff0u);
  EXPECT_EQ(translated.flags, 0x40u);
  EXPECT_EQ(translated.pad1, 0u);
  EXPECT_EQ(translated.pad2, 0u);
}

} // namespace
} // namespace wali::host
