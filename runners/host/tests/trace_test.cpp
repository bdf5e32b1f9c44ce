#include "runners/host/trace/trace.h"

#include "runners/host/tests/fake_guest.h"
#include "runners/host/trace/output.h"
#include "runners/host/trace/selection.h"
#include "runners/host/trace/waiting.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace wali::host {
namespace {

class Trace : public testing::Test {
protected:
  FakeGuest &guest = FakeGuest::instance();
  void SetUp() override { guest.poison(); }

  // The line about a call that answered `result`.
  template <class... Values>
  std::string line(std::string_view name, int64_t result, Values... values) {
    return describe_call(guest.memory(), call(name), arguments(values...), result);
  }

  template <class... Values> bool waits(std::string_view name, Values... values) {
    return trace::may_wait(call(name), arguments(values...));
  }

  static const abi::Syscall &call(std::string_view name) {
    const abi::Syscall *call = abi::find_syscall(name);
    return call ? *call : *std::ranges::find(start_calls(), name, &abi::Syscall::name);
  }

  template <class... Values> static Arguments arguments(Values... values) {
    Arguments arguments;
    size_t index = 0;
    ((arguments[index++] = static_cast<int64_t>(values)), ...);
    return arguments;
  }
};

TEST_F(Trace, PathsFlagsAndErrors) {
  guest.put(0x1000, "a \"name\"\n");
  EXPECT_EQ(
      line("openat", -ENOENT, AT_FDCWD, 0x1000, O_RDWR | O_CREAT | O_EXCL, 0600),
      R"x(openat(AT_FDCWD, "a \"name\"\n", O_RDWR|O_CREAT|O_EXCL, 0600) = -ENOENT (No such file or directory))x");
  EXPECT_EQ(line("unlinkat", 0, AT_FDCWD, 0x1000, AT_REMOVEDIR),
            R"x(unlinkat(AT_FDCWD, "a \"name\"\n", AT_REMOVEDIR) = 0)x");
  EXPECT_EQ(line("faccessat2", 0, AT_FDCWD, 0x1000, R_OK, AT_EACCESS),
            R"x(faccessat2(AT_FDCWD, "a \"name\"\n", R_OK, AT_EACCESS) = 0)x");
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

// A file, a trace that goes there, and what it holds; `T` stands for this thread's id.
class TraceOutput : public testing::Test {
protected:
  std::string text() const {
    std::string bytes(4096, '\0');
    const ssize_t size = pread(file, bytes.data(), bytes.size(), 0);
    bytes.resize(static_cast<size_t>(std::max<ssize_t>(size, 0)));
    const std::string id = "[" + std::to_string(gettid()) + "]";
    for (size_t at; (at = bytes.find(id)) != bytes.npos;)
      bytes.replace(at, id.size(), "[T]");
    return bytes;
  }
  void TearDown() override { close(file); }

  int file = memfd_create("trace", MFD_CLOEXEC);
  trace::Output output{file, std::nullopt};
};

TEST_F(TraceOutput, ALineThatHasBegunIsEndedInItsPlace) {
  output.begin("read(0, ");
  EXPECT_EQ(text(), "[T] read(0, ");
  output.end("read", "\"x\", 1) = 1");
  EXPECT_EQ(text(), "[T] read(0, \"x\", 1) = 1\n");
}

TEST_F(TraceOutput, AnotherLineComesBetween) {
  output.begin("read(0, ");
  output.line("--- SIGALRM ---");
  output.line("next");
  output.end("read", "NULL, 1) = 0");
  EXPECT_EQ(text(), "[T] read(0,  <unfinished ...>\n[T] --- SIGALRM ---\n[T] next\n"
                    "[T] <... read resumed>NULL, 1) = 0\n");
}

TEST_F(TraceOutput, AnotherProcessKnowsOfLinesThatHaveBegun) {
  output.begin("wait4(-1, ");
  const pid_t child = fork();
  if (child == 0) {
    output.line("child");
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  output.end("wait4", "NULL, 0, NULL) = 5");
  EXPECT_EQ(text(), "[T] wait4(-1,  <unfinished ...>\n[" + std::to_string(child) +
                        "] child\n[T] <... wait4 resumed>NULL, 0, NULL) = 5\n");
}

TEST_F(TraceOutput, WithOthersThatDoNotKnowEachLineIsWhole) {
  output.share_with_others();
  output.begin("read(0, ");
  output.end("read", "NULL, 1) = 0");
  EXPECT_EQ(text(), "[T] read(0,  <unfinished ...>\n[T] <... read resumed>NULL, 1) = 0\n");
}

TEST_F(TraceOutput, KnowsWhatElseGoesThere) {
  EXPECT_TRUE(output.arrives_from(file));
  EXPECT_NE(output.descriptor(), file);
  const int other = memfd_create("other", MFD_CLOEXEC);
  EXPECT_FALSE(output.arrives_from(other));
  close(other);
  output.begin("read(0, ");
  output.end_begun_line();
  output.end_begun_line();
  EXPECT_EQ(text(), "[T] read(0,  <unfinished ...>\n");
}

// It may have been killed with the lock held.
TEST_F(TraceOutput, AKilledProcessHoldsUpNobody) {
  constexpr int rounds = 20;
  for (int round = 0; round < rounds; ++round) {
    const pid_t child = fork();
    if (child == 0)
      for (;;)
        output.end_begun_line();
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    output.line("on");
  }
  EXPECT_EQ(text().size(), rounds * std::string("[T] on\n").size());
}

TEST_F(TraceOutput, NowhereToWriteToIsSaid) {
  EXPECT_THROW((trace::Output{-1, std::nullopt}), std::system_error);
}

TEST_F(Trace, NothingIsShownThatLinuxDidNotWrite) {
  guest.put(0x1000, int32_t{0x0300});
  EXPECT_EQ(line("wait4", 0, -1, 0x1000, 1, 0x2000), "wait4(-1, 0x1000, WNOHANG, 0x2000) = 0");
  guest.put(0x1000, abi::timespec{5, 6});
  guest.put(0x2000, abi::timespec{1, 2});
  EXPECT_EQ(line("nanosleep", 0, 0x1000, 0x2000), "nanosleep({tv_sec=5, tv_nsec=6}, 0x2000) = 0");
  EXPECT_EQ(line("nanosleep", -EINTR, 0x1000, 0x2000),
            "nanosleep({tv_sec=5, tv_nsec=6}, {tv_sec=1, tv_nsec=2}) = -EINTR (Interrupted system "
            "call)");
}

TEST_F(Trace, NoAddressIsNull) {
  guest.put(0x3000, abi::iovec{{0}, 4});
  EXPECT_EQ(line("writev", -EFAULT, 1, 0x3000, 1),
            "writev(1, [{iov_base=NULL, iov_len=4}], 1) = -EFAULT (Bad address)");
  EXPECT_EQ(line("readv", -EFAULT, 1, 0x3000, 1),
            "readv(1, [{iov_base=NULL, iov_len=4}], 1) = -EFAULT (Bad address)");
  abi::msghdr header{};
  header.msg_iovlen = 1;
  guest.put(0x4000, header);
  EXPECT_EQ(line("sendmsg", 0, 1, 0x4000, 0),
            "sendmsg(1, {msg_name=NULL, msg_namelen=0, msg_iov=NULL, msg_iovlen=1, "
            "msg_control=NULL, msg_controllen=0, msg_flags=0}, 0) = 0");
}

TEST_F(Trace, ImportsOfStartArgumentsAndEnvironment) {
  guest.put(0x1000, "name");
  EXPECT_EQ(line("__cl_get_argc", 2), "__cl_get_argc() = 2");
  EXPECT_EQ(line("__cl_get_argv_len", -1, 9), "__cl_get_argv_len(9) = -1") << "not an errno";
  EXPECT_EQ(line("__cl_copy_argv", 0, 0x1000, 1), "__cl_copy_argv(\"name\", 1) = 0");
  EXPECT_EQ(line("__cl_copy_argv", -1, 0x1000, 1), "__cl_copy_argv(0x1000, 1) = -1");
  EXPECT_EQ(line("__get_init_envfile", 1, 0x1000, 64), "__get_init_envfile(\"name\", 64) = 1");
  EXPECT_EQ(line("__get_init_envfile", 0, 0x1000, 2), "__get_init_envfile(0x1000, 2) = 0");
  EXPECT_EQ(line("__wasm_thread_spawn", -EAGAIN, 4, 5),
            "__wasm_thread_spawn(4, 5) = -EAGAIN (Resource temporarily unavailable)");
}

TEST_F(Trace, CallsThatMayWait) {
  EXPECT_TRUE(waits("read", 0, 0, 0));
  EXPECT_TRUE(waits("kill", 1, 9)) << "it may be the last one";
  EXPECT_FALSE(waits("getpid"));
  EXPECT_FALSE(waits("__init"));
  EXPECT_TRUE(waits("wait4", -1, 0, 0, 0));
  EXPECT_FALSE(waits("wait4", -1, 0, WNOHANG, 0));
  EXPECT_TRUE(waits("futex", 0, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 0, 0, 0, 0));
  EXPECT_FALSE(waits("futex", 0, FUTEX_WAKE, 0, 0, 0, 0));
  EXPECT_TRUE(waits("fcntl", 3, F_SETLKW, 0));
  EXPECT_FALSE(waits("fcntl", 3, F_SETLK, 0));
  EXPECT_FALSE(waits("flock", 3, LOCK_EX | LOCK_NB));
}

TEST_F(Trace, SelectsCallsByNameAndGroup) {
  const auto has = [](const trace::Selection &selection, std::string_view name) {
    return selection.has({abi::find_syscall(name), nullptr, name});
  };
  const trace::Selection some("read,%signal,__proc_exit");
  EXPECT_TRUE(has(some, "read"));
  EXPECT_TRUE(has(some, "rt_sigaction"));
  EXPECT_TRUE(has(some, "__proc_exit"));
  EXPECT_FALSE(has(some, "write"));
  EXPECT_FALSE(has(some, "__init"));
  EXPECT_TRUE(has(trace::Selection(), "write"));
  for (const char *wrong : {"opnat", "read,", "%signals", "SYS_read"})
    EXPECT_THROW(trace::Selection{wrong}, std::invalid_argument) << wrong;
}

} // namespace
} // namespace wali::host
