// Files that come into a guest of several threads, as Linux would let them come.
#include "runners/host/mutants/faults.h"
#include "runners/host/tests/fake_guest.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace wali::host {
namespace {

class AmongThreads : public testing::Test {
protected:
  // A guest's structures.
  struct Header {
    uint32_t name, name_length, vectors, vector_count, padding, control, control_length, more,
        flags;
  };
  struct Vector {
    uint32_t base, length;
  };
  struct Control {
    uint32_t length, padding;
    int level, type;
    int fds[2];
  };
  static constexpr GuestAddress header_at = 0x1000, vector_at = 0x1100, control_at = 0x1200,
                                byte_at = 0x1300, path_at = 0x1400;

  FakeGuest &guest = FakeGuest::instance();
  int pair[2] = {-1, -1};
  int lowest = -1; // the first free number

  void SetUp() override {
    guest.poison();
    ASSERT_EQ(guest.thread().process().expect_threads(), 0);
    ASSERT_EQ(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair), 0);
    lowest = lowest_descriptor();
  }
  void TearDown() override {
    EXPECT_EQ(lowest_descriptor(), lowest) << "nothing stays open";
    close(pair[0]);
    close(pair[1]);
  }

  static int lowest_descriptor() {
    const int fd = dup(0);
    close(fd);
    return fd;
  }

  void send(int first, int second) {
    char byte = 'x';
    iovec vector{&byte, 1};
    alignas(cmsghdr) char control[CMSG_SPACE(2 * sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &vector;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const int fds[] = {first, second};
    *CMSG_FIRSTHDR(&message) = {
        .cmsg_len = CMSG_LEN(sizeof fds), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
    memcpy(CMSG_DATA(CMSG_FIRSTHDR(&message)), fds, sizeof fds);
    ASSERT_EQ(sendmsg(pair[0], &message, 0), 1);
  }

  int64_t receive(uint32_t control_length, int flags) {
    guest.put(vector_at, Vector{byte_at, 1});
    guest.put(header_at, Header{0, 0, vector_at, 1, 0, control_at, control_length, 0, 0});
    return guest(abi::Call::recvmsg, pair[1], header_at, flags);
  }
  uint32_t flags() { return guest.get<Header>(header_at).flags; }
  Control control() { return guest.get<Control>(control_at); }

  int64_t open_guest(const char *path, int flags) {
    return guest(abi::Call::open, guest.put(path_at, path), flags, 0600);
  }
};

TEST_F(AmongThreads, DescriptorsGetTheLowestNumbers) {
  send(0, 0);
  ASSERT_EQ(receive(sizeof(Control), 0), 1);
  EXPECT_EQ(control().length, 24u);
  for (int index = 0; index < 2; ++index) {
    EXPECT_EQ(control().fds[index], lowest + index);
    EXPECT_EQ(fcntl(control().fds[index], F_GETFD), 0);
    close(lowest + index);
  }
  EXPECT_EQ(flags() & MSG_CTRUNC, 0u);
}

TEST_F(AmongThreads, CloseOnExecAsAsked) {
  send(0, 0);
  ASSERT_EQ(receive(sizeof(Control), MSG_CMSG_CLOEXEC), 1);
  for (int fd : {lowest, lowest + 1}) {
    EXPECT_EQ(fcntl(fd, F_GETFD), FD_CLOEXEC);
    close(fd);
  }
}

TEST_F(AmongThreads, RoomForOneOfTwo) {
  send(0, 0);
  ASSERT_EQ(receive(20, 0), 1);
  EXPECT_EQ(control().length, 20u);
  EXPECT_EQ(control().fds[0], lowest);
  EXPECT_NE(flags() & MSG_CTRUNC, 0u);
  close(lowest);
}

TEST_F(AmongThreads, PeekingGivesDescriptorsEachTime) {
  send(0, 0);
  for (int flag : {int{MSG_PEEK}, int{MSG_PEEK}, 0}) {
    ASSERT_EQ(receive(sizeof(Control), flag), 1);
    EXPECT_EQ(control().fds[0], lowest);
    close(lowest);
    close(lowest + 1);
  }
  EXPECT_EQ(receive(sizeof(Control), MSG_DONTWAIT), -EAGAIN);
}

TEST_F(AmongThreads, AMemoryThatIsSentDoesNotArrive) {
  const int memory = open("/proc/self/mem", O_RDWR | O_CLOEXEC);
  ASSERT_GE(memory, 0);
  send(0, memory);
  close(memory);
  EXPECT_EQ(receive(sizeof(Control), MSG_PEEK), -EACCES);
  EXPECT_EQ(receive(sizeof(Control), 0), -EACCES);
}

// A thread that reads through the number which the next descriptor gets sees a memory
// only where the host has the fault of judging late.
TEST_F(AmongThreads, NobodyGetsAtWhatIsReceivedBeforeItIsJudged) {
  const int memory = open("/proc/self/mem", O_RDWR | O_CLOEXEC);
  ASSERT_GE(memory, 0);
  send(memory, memory);
  close(memory);
  std::atomic<bool> is_over = false;
  std::atomic<int> seen = 0;
  std::thread thief([&] {
    char byte;
    constexpr off_t nothing_there = 0x7ffffffff000; // only a memory answers EIO
    while (!is_over)
      seen += pread(lowest, &byte, 1, nothing_there) < 0 && errno == EIO;
  });
  for (int count = 0; count < 10000; ++count)
    EXPECT_EQ(receive(sizeof(Control), MSG_PEEK), -EACCES);
  EXPECT_EQ(seen, 0);
  add_fault(Fault::received_in_reach);
  for (int count = 0; count < 1000000 && seen == 0; ++count)
    EXPECT_EQ(receive(sizeof(Control), MSG_PEEK), -EACCES);
  remove_faults();
  is_over = true;
  thief.join();
  EXPECT_GT(seen, 0);
}

TEST_F(AmongThreads, TheLimitOnDescriptors) {
  rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  char directory[] = "/tmp/airlock-XXXXXX";
  ASSERT_NE(mkdtemp(directory), nullptr);
  const std::string path = std::string(directory) + "/file";

  rlimit few{static_cast<rlim_t>(lowest), before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
  const int64_t refused = open_guest(path.c_str(), O_RDWR | O_CREAT);
  few.rlim_cur += 1;
  setrlimit(RLIMIT_NOFILE, &few);
  send(0, 0);
  const int64_t received = receive(sizeof(Control), 0);
  const Control partial = control();
  const uint32_t partial_flags = flags();
  close(lowest);
  const int64_t last = open_guest("/dev/null", O_RDONLY);
  setrlimit(RLIMIT_NOFILE, &before);

  EXPECT_EQ(refused, -EMFILE);
  EXPECT_NE(access(path.c_str(), F_OK), 0) << "nothing is created";
  EXPECT_EQ(received, 1);
  EXPECT_EQ(partial.length, 20u);
  EXPECT_EQ(partial.fds[0], lowest);
  EXPECT_NE(partial_flags & MSG_CTRUNC, 0u);
  EXPECT_EQ(last, lowest);
  close(lowest);
  unlink(path.c_str());
  rmdir(directory);
}

} // namespace
} // namespace wali::host
