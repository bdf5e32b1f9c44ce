#include "runners/host/trace/trace.h"

#include "runners/host/tests/fake_guest.h"

#include <arpa/inet.h>
#include <fcntl.h>

namespace wali::host {
namespace {

class Trace : public testing::Test {
protected:
  FakeGuest &guest = FakeGuest::instance();
  void SetUp() override { guest.poison(); }

  // The line about a call that answered `result`.
  template <class... Values>
  std::string line(std::string_view name, int64_t result, Values... values) {
    Arguments arguments;
    size_t index = 0;
    ((arguments[index++] = static_cast<int64_t>(values)), ...);
    return describe_call(guest.memory(), *abi::find_syscall(name), arguments, result);
  }
};

TEST_F(Trace, PathsFlagsAndErrors) {
  guest.put(0x1000, "a \"name\"\n");
  EXPECT_EQ(
      line("openat", -ENOENT, AT_FDCWD, 0x1000, O_RDWR | O_CREAT | O_EXCL, 0600),
      R"x(openat(AT_FDCWD, "a \"name\"\n", O_RDWR|O_CREAT|O_EXCL, 0600) = -ENOENT (No such file or directory))x");
  EXPECT_EQ(line("open", 3, FakeGuest::outside, O_RDONLY, 0),
            "open(0xfffffff0, O_RDONLY, 0000) = 3");
  EXPECT_EQ(line("mmap", 0x10000, 0, 4096, 3, 0x22, -1, 0),
            "mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000");
}

TEST_F(Trace, BuffersInAndOut) {
  guest.put(0x1000, "hello");
  EXPECT_EQ(line("write", 5, 1, 0x1000, 5), R"(write(1, "hello", 5) = 5)");
  EXPECT_EQ(line("read", 3, 0, 0x1000, 100), R"(read(0, "hel", 100) = 3)");
  EXPECT_EQ(line("read", -EBADF, 0, 0x1000, 100),
            "read(0, 0x1000, 100) = -EBADF (Bad file descriptor)");
  EXPECT_EQ(line("write", 100, 1, 0x2000, 100).substr(0, 20), "write(1, \"\\245\\245\\2");
  guest.put(0x3000, abi::iovec{{0x1000}, 4});
  EXPECT_EQ(line("writev", 4, 1, 0x3000, 1), R"(writev(1, [{iov_base="hell", iov_len=4}], 1) = 4)");
}

TEST_F(Trace, StructuresAfterTheCall) {
  guest.put(0x1000, abi::timespec{5, 6});
  EXPECT_EQ(line("clock_gettime", 0, 1, 0x1000),
            "clock_gettime(CLOCK_MONOTONIC, {tv_sec=5, tv_nsec=6}) = 0");
  guest.put(0x1000, int32_t{0x0300});
  EXPECT_EQ(line("wait4", 17, -1, 0x1000, 1, 0), "wait4(-1, {exited 3}, WNOHANG, NULL) = 17");
  guest.put(0x1000, int32_t{15});
  EXPECT_EQ(line("wait4", 17, -1, 0x1000, 0, 0), "wait4(-1, {killed SIGTERM}, 0, NULL) = 17");
  guest.put(0x1000, int32_t{3});
  guest.put(0x1004, int32_t{4});
  EXPECT_EQ(line("pipe2", 0, 0x1000, O_CLOEXEC), "pipe2([3, 4], O_CLOEXEC) = 0");
  guest.put(0x1000, abi::pollfd{3, 1, 0x10});
  EXPECT_EQ(line("poll", 1, 0x1000, 1, -1),
            "poll([{fd=3, events=POLLIN, revents=POLLHUP}], 1, -1) = 1");
}

TEST_F(Trace, AddressesAndOptions) {
  abi::sockaddr_in address{2, htons(80), 0x0100007f, {}};
  guest.put(0x1000, address);
  EXPECT_EQ(line("connect", 0, 3, 0x1000, 16),
            "connect(3, {sa_family=AF_INET, sin_port=80, sin_addr=127.0.0.1}, 16) = 0");
  EXPECT_EQ(line("socket", 3, 2, 02000001, 0),
            "socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3");
  guest.put(0x1000, uint32_t{1});
  EXPECT_EQ(line("setsockopt", 0, 3, 6, 1, 0x1000, 4),
            R"(setsockopt(3, SOL_TCP, TCP_NODELAY, "\1\0\0\0", 4) = 0)");
}

TEST_F(Trace, ArgumentsThatDependOnOthers) {
  guest.put(0x1000, (struct abi::flock){1, 0, 0, 10, 20, 0, 0});
  EXPECT_EQ(
      line("fcntl", 0, 3, 6, 0x1000),
      "fcntl(3, F_SETLK, {l_type=F_WRLCK, l_whence=SEEK_SET, l_start=10, l_len=20, l_pid=0}) = 0");
  EXPECT_EQ(line("fcntl", 0, 3, 4, O_NONBLOCK), "fcntl(3, F_SETFL, O_RDONLY|O_NONBLOCK) = 0");
  EXPECT_EQ(line("futex", 0, 0x1000, 129, 1, 0, 0, 0),
            "futex([1], FUTEX_WAKE|FUTEX_PRIVATE_FLAG, 1, 0, 0, 0) = 0");
  guest.put(0x2000, int32_t{42});
  EXPECT_EQ(line("ioctl", 0, 3, 0x541b, 0x2000), "ioctl(3, FIONREAD, 0x2000 => [42]) = 0");
}

TEST_F(Trace, VectorsOfStrings) {
  guest.put(0x1000, "sh");
  guest.put(0x2000, uint32_t{0x1000});
  guest.put(0x2004, uint32_t{0});
  EXPECT_EQ(line("execve", -ENOENT, 0x1000, 0x2000, 0),
            R"(execve("sh", ["sh"], NULL) = -ENOENT (No such file or directory))");
}

} // namespace
} // namespace wali::host
