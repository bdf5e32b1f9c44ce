#include "runners/host/containment/judgement.h"

#include "runners/host/tests/fake_guest.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

namespace wali::host {
namespace {

bool opens_memory(const std::string &path, int flags = O_RDONLY) {
  int fd = open(path.c_str(), flags);
  EXPECT_GE(fd, 0) << path;
  bool result = reaches_process_memory(fd);
  close(fd);
  return result;
}

std::string own(const char *file) { return "/proc/" + std::to_string(getpid()) + "/" + file; }

TEST(Containment, MemFilesOfProcessesAndThreads) {
  EXPECT_TRUE(opens_memory("/proc/self/mem"));
  EXPECT_TRUE(opens_memory("/proc/self/mem", O_RDWR));
  EXPECT_TRUE(opens_memory("/proc/self/mem", O_WRONLY));
  EXPECT_TRUE(opens_memory("/proc/thread-self/mem"));
  EXPECT_TRUE(opens_memory(own("mem")));
  EXPECT_TRUE(opens_memory(own("task/") + std::to_string(gettid()) + "/mem"));
}

TEST(Containment, OtherFilesOfProcfs) {
  for (const char *file : {"maps", "stat", "status", "environ", "cmdline", "auxv", "pagemap", "exe",
                           "fd", "oom_score_adj"})
    EXPECT_FALSE(opens_memory(own(file))) << file;
  EXPECT_FALSE(opens_memory("/proc/sys/kernel/ostype"));
  EXPECT_FALSE(opens_memory("/proc/meminfo"));
  if (getuid() == 0) { // mode 0600, as `mem` has
    EXPECT_FALSE(opens_memory("/proc/sys/vm/stat_refresh"));
  }
}

TEST(Containment, WhatADumpHoldsIsNotTheGuestsToSay) {
  EXPECT_TRUE(opens_memory(own("coredump_filter"), O_WRONLY));
  EXPECT_TRUE(opens_memory("/proc/self/coredump_filter", O_RDWR));
  EXPECT_FALSE(opens_memory(own("coredump_filter")));
  EXPECT_FALSE(opens_memory(own("comm"), O_WRONLY));
}

TEST(Containment, OrdinaryFilesAndDevices) {
  EXPECT_FALSE(opens_memory("/dev/null"));
  EXPECT_FALSE(opens_memory("/dev/zero"));
  EXPECT_FALSE(opens_memory("/"));
  char name[] = "/tmp/containment-XXXXXX";
  int fd = mkstemp(name); // mode 0600
  ASSERT_EQ(lseek(fd, 5, SEEK_SET), 5);
  EXPECT_FALSE(reaches_process_memory(fd));
  EXPECT_EQ(lseek(fd, 0, SEEK_CUR), 5) << "judging must not move the offset";
  close(fd);
  unlink(name);
}

TEST(Containment, DescriptorsForPathsAreJudgedWhenOpenedAgain) {
  int fd = open("/proc/self/mem", O_PATH);
  EXPECT_FALSE(reaches_process_memory(fd));
  EXPECT_TRUE(opens_memory("/proc/self/fd/" + std::to_string(fd)));
  close(fd);
}

// The guest's ways to the same file.
class GuestOpens : public testing::Test {
protected:
  FakeGuest &guest = FakeGuest::instance();
  void SetUp() override { guest.poison(); }

  int64_t open_guest(const char *path, int flags = O_RDWR) {
    return guest(abi::Call::open, guest.put(0x1000, path), flags, 0);
  }
  int64_t openat_guest(int64_t directory, const char *path, int flags = O_RDWR) {
    return guest(abi::Call::openat, directory, guest.put(0x1000, path), flags, 0);
  }
  int64_t lowest_descriptor() {
    int fd = dup(0);
    close(fd);
    return fd;
  }
};

TEST_F(GuestOpens, EverySpellingIsRefused) {
  int64_t lowest = lowest_descriptor();
  for (const char *path :
       {"/proc/self/mem", "/proc//self/./mem", "/proc/../proc/self/mem", "/proc/thread-self/mem",
        "/proc/self/task/../mem", "/proc/self/root/proc/self/mem", "/proc/1/mem"})
    for (int flags :
         {O_RDONLY, O_WRONLY, O_RDWR, O_RDWR | O_CREAT, O_RDWR | O_TRUNC, O_RDONLY | O_NOFOLLOW})
      EXPECT_EQ(open_guest(path, flags), -EACCES) << path << " " << flags;
  EXPECT_EQ(lowest_descriptor(), lowest) << "nothing stays open";
}

TEST_F(GuestOpens, SymbolicLinksAndDirectoryDescriptors) {
  char directory[] = "/tmp/containment-XXXXXX";
  ASSERT_NE(mkdtemp(directory), nullptr);
  std::string link = std::string(directory) + "/link";
  ASSERT_EQ(symlink("/proc/self/mem", link.c_str()), 0);
  EXPECT_EQ(open_guest(link.c_str()), -EACCES);
  EXPECT_EQ(open_guest(link.c_str(), O_RDWR | O_NOFOLLOW), -ELOOP);
  unlink(link.c_str());
  rmdir(directory);

  int64_t self = open_guest("/proc/self", O_RDONLY | O_DIRECTORY);
  ASSERT_GE(self, 0);
  EXPECT_EQ(openat_guest(self, "mem"), -EACCES);
  int64_t handle = openat_guest(self, "mem", O_PATH);
  ASSERT_GE(handle, 0);
  EXPECT_EQ(open_guest(("/proc/self/fd/" + std::to_string(handle)).c_str()), -EACCES);
  close(handle);
  close(self);
}

TEST_F(GuestOpens, OtherFilesOpenAsEver) {
  int64_t fd = open_guest("/proc/self/maps", O_RDONLY);
  EXPECT_GE(fd, 0);
  close(fd);
  EXPECT_EQ(open_guest("/nonexistent/name"), -ENOENT);
  EXPECT_EQ(guest(abi::Call::open, FakeGuest::outside, O_RDONLY, 0), -EFAULT);
  EXPECT_EQ(guest(abi::Call::open, 0, O_RDONLY, 0), -EFAULT);
}

TEST_F(GuestOpens, AmongThreadsAsEver) {
  ASSERT_EQ(guest.thread().process().expect_threads(), 0);
  const int64_t lowest = lowest_descriptor();
  for (int flags : {O_RDWR, O_RDWR | O_NOFOLLOW, O_RDWR | O_CREAT, O_WRONLY | O_TRUNC})
    EXPECT_EQ(open_guest("/proc/self/mem", flags), -EACCES) << flags;
  const int64_t fd = open_guest("/dev/null", O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  EXPECT_EQ(fd, lowest);
  EXPECT_EQ(fcntl(static_cast<int>(fd), F_GETFD), FD_CLOEXEC);
  EXPECT_NE(fcntl(static_cast<int>(fd), F_GETFL) & O_NOFOLLOW, 0);
  const int64_t directory = open_guest("/dev", O_RDONLY | O_DIRECTORY);
  const int64_t other = openat_guest(directory, "null");
  EXPECT_GE(other, 0);
  EXPECT_EQ(openat_guest(-1, "null"), -EBADF);
  EXPECT_EQ(openat_guest(fd, "null"), -ENOTDIR);
  EXPECT_EQ(open_guest("/nonexistent/name"), -ENOENT);
  EXPECT_EQ(guest(abi::Call::open, FakeGuest::outside, O_RDONLY, 0), -EFAULT);
  for (int64_t each : {fd, directory, other})
    close(static_cast<int>(each));
  EXPECT_EQ(lowest_descriptor(), lowest) << "nothing stays open";
}

// proc(5), /proc/thread-self: the thread that opens, and no thread of the host.
TEST_F(GuestOpens, ThreadSelfAmongThreadsIsTheGuestThread) {
  ASSERT_EQ(guest.thread().process().expect_threads(), 0);
  const std::string name = "guest-" + std::to_string(gettid());
  ASSERT_EQ(prctl(PR_SET_NAME, name.c_str()), 0);
  const int64_t comm = open_guest("/proc/thread-self/comm", O_RDONLY);
  ASSERT_GE(comm, 0);
  char text[32] = {};
  EXPECT_GT(read(static_cast<int>(comm), text, sizeof text - 1), 0);
  EXPECT_EQ(text, name.substr(0, 15) + "\n");
  const std::string again = "/proc/thread-self/fd/" + std::to_string(comm);
  const int64_t same = open_guest(again.c_str(), O_RDONLY);
  EXPECT_GE(same, 0);
  EXPECT_EQ(open_guest(again.c_str(), O_RDONLY | O_NOFOLLOW), -ELOOP);
  EXPECT_EQ(open_guest("/proc/thread-self/fd/999999", O_RDONLY), -ENOENT);
  EXPECT_EQ(open_guest("/proc/thread-self/mem"), -EACCES);
  for (int64_t each : {comm, same})
    close(static_cast<int>(each));
}

} // namespace
} // namespace wali::host
