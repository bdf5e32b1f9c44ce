// What opens among threads have of the guest thread and of its process: signals,
// credentials, umask and directory, limits.
#include "runners/host/containment/opening.h"

#include "runners/host/linking/registry.h"
#include "runners/host/tests/scripted_guest.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

namespace wali::host {
namespace {

constexpr uid_t nobody = 65534;

int64_t open_in(Thread &thread, const std::string &path, int flags, int dirfd = AT_FDCWD) {
  constexpr GuestAddress place = 0x1000;
  EXPECT_TRUE(thread.memory().write_bytes(place, path.c_str(), path.size() + 1));
  return contained_openat(thread, dirfd, thread.memory().at(place), flags, 0666);
}

template <class... Values> int64_t call(Thread &thread, abi::Call call, Values... values) {
  Arguments arguments;
  size_t index = 0;
  ((arguments[index++] = static_cast<int64_t>(values)), ...);
  return find_handler(call)(thread, arguments);
}

int lowest_descriptor() {
  const int fd = dup(0);
  close(fd);
  return fd;
}

void set_limit(rlim_t soft, rlim_t hard) {
  const rlimit limit{soft, hard};
  EXPECT_EQ(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

// A directory that every user may write to.
class OpensAmongThreads : public testing::Test {
protected:
  std::string directory = "/tmp/opening-XXXXXX";

  void SetUp() override {
    ASSERT_NE(mkdtemp(directory.data()), nullptr);
    ASSERT_EQ(chmod(directory.c_str(), 0777), 0);
  }
  void TearDown() override { std::filesystem::remove_all(directory); }

  std::string in(const char *name) const { return directory + "/" + name; }

  // Runs `guest` where there may be several threads, in a process of its own.
  void run_among_threads(const std::function<void(Thread &)> &guest) {
    Script script;
    script.start = [&](Thread &thread) {
      ASSERT_EQ(thread.process().expect_threads(), 0);
      guest(thread);
    };
    run(script);
  }
};

// --- Signals -----------------------------------------------------------------

std::atomic<int> handled;

Script script_with_handler(uint32_t flags, std::function<void(Thread &)> guest) {
  handled = 0;
  Script script;
  script.handlers[first] = [](Thread &, int) { ++handled; };
  script.start = [=](Thread &thread) {
    ASSERT_EQ(thread.process().expect_threads(), 0);
    install(thread, SIGUSR1, first, flags);
    guest(thread);
  };
  return script;
}

void signal_thread(int tid) {
  raw_syscall(SYS_tgkill, static_cast<uint64_t>(getpid()), static_cast<uint64_t>(tid), SIGUSR1);
}

TEST_F(OpensAmongThreads, ASignalInterruptsAnOpenThatBlocks) {
  const std::string fifo = in("fifo");
  ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
  run(script_with_handler(0, [&](Thread &thread) {
    std::atomic<bool> is_over = false;
    std::thread sender([&, tid = gettid()] {
      while (!is_over) {
        signal_thread(tid);
        usleep(1000);
      }
    });
    thread.enter_host();
    const int64_t result = open_in(thread, fifo, O_WRONLY);
    is_over = true;
    EXPECT_TRUE(thread.leave_host());
    sender.join();
    EXPECT_EQ(result, -EINTR);
    EXPECT_GT(handled, 0);
  }));
}

TEST_F(OpensAmongThreads, AnOpenIsMadeAgainAfterTheHandler) {
  const std::string fifo = in("fifo");
  ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
  run(script_with_handler(SA_RESTART, [&](Thread &thread) {
    std::thread sender([&, tid = gettid()] {
      for (int count = 1; count <= 20; ++count) {
        signal_thread(tid);
        while (handled < count)
          usleep(100);
      }
      open(fifo.c_str(), O_RDWR); // lets the other end in
    });
    thread.enter_host();
    const int64_t result = open_in(thread, fifo, O_RDONLY);
    EXPECT_TRUE(thread.leave_host());
    sender.join();
    EXPECT_GE(result, 0);
    EXPECT_EQ(handled, 20);
  }));
}

// --- Credentials, umask, directory -------------------------------------------

TEST_F(OpensAmongThreads, TheThreadsOwnCredentials) {
  if (getuid() != 0)
    GTEST_SKIP() << "needs root";
  const std::string roots = in("roots");
  close(creat(roots.c_str(), 0600));
  run_among_threads([&](Thread &thread) {
    const int64_t before = open_in(thread, roots, O_RDWR);
    EXPECT_GE(before, 0);
    std::thread([&] {
      Thread other(thread.process());
      EXPECT_GE(open_in(other, roots, O_RDWR), 0);
      EXPECT_EQ(call(other, abi::Call::setgroups, 0, 0), 0);
      EXPECT_EQ(call(other, abi::Call::setresgid, nobody, nobody, nobody), 0);
      EXPECT_EQ(call(other, abi::Call::setresuid, nobody, nobody, nobody), 0);
      EXPECT_EQ(open_in(other, roots, O_RDWR), -EACCES);
      EXPECT_GE(open_in(other, in("nobodys"), O_RDWR | O_CREAT), 0);
    }).join();
    EXPECT_GE(open_in(thread, roots, O_RDWR), 0) << "the other thread's are its own";
  });
  struct stat file;
  ASSERT_EQ(stat(in("nobodys").c_str(), &file), 0);
  EXPECT_EQ(file.st_uid, nobody);
  EXPECT_EQ(file.st_gid, nobody);
}

TEST_F(OpensAmongThreads, UmaskAndWorkingDirectoryAreTheProcesss) {
  run_among_threads([&](Thread &thread) {
    for (mode_t mask : {mode_t{0}, mode_t{0077}, mode_t{0022}}) {
      call(thread, abi::Call::umask, mask);
      const int64_t fd = open_in(thread, in("file"), O_RDWR | O_CREAT);
      struct stat file;
      EXPECT_EQ(fstat(static_cast<int>(fd), &file), 0);
      EXPECT_EQ(file.st_mode & 0777, 0666 & ~mask);
      unlink(in("file").c_str());
    }
    EXPECT_EQ(open_in(thread, "new", O_RDONLY), -ENOENT);
    close(creat(in("new").c_str(), 0600));
    EXPECT_EQ(chdir(directory.c_str()), 0);
    EXPECT_GE(open_in(thread, "new", O_RDONLY), 0);
  });
}

TEST_F(OpensAmongThreads, ADirectoryThatIsAHandle) {
  close(creat(in("file").c_str(), 0600));
  run_among_threads([&](Thread &thread) {
    const int handle = open(directory.c_str(), O_PATH);
    EXPECT_GE(open_in(thread, "file", O_RDONLY, handle), 0);
    EXPECT_EQ(open_in(thread, "missing", O_RDONLY, handle), -ENOENT);
    EXPECT_GE(open_in(thread, in("file"), O_RDONLY, -1), 0) << "an absolute path needs none";
    EXPECT_GE(open_in(thread, in("file"), O_RDONLY, 999), 0);
    EXPECT_EQ(open_in(thread, "file", O_RDONLY, -1), -EBADF);
    EXPECT_EQ(open_in(thread, "file", O_RDONLY, 999), -EBADF);
  });
}

// Where the system forbids pidfd_getfd, and where the main thread has ended.
TEST_F(OpensAmongThreads, ADirectoryThatMustBeSent) {
  close(creat(in("file").c_str(), 0600));
  run_among_threads([&](Thread &thread) {
    thread.process().lane.rule_out_fetching();
    const int lowest = lowest_descriptor();
    const int handle = open(directory.c_str(), O_PATH);
    EXPECT_EQ(open_in(thread, "file", O_RDONLY, handle), lowest + 1);
    EXPECT_EQ(open_in(thread, "missing", O_RDONLY, handle), -ENOENT);
    EXPECT_EQ(open_in(thread, "file", O_RDONLY, 999), -EBADF);
    close(lowest + 1);
    close(handle);
    EXPECT_EQ(lowest_descriptor(), lowest) << "nothing stays open";
  });
}

// --- Limits ------------------------------------------------------------------

TEST_F(OpensAmongThreads, NoRoomAtAll) {
  run_among_threads([&](Thread &thread) {
    const int handle = open(directory.c_str(), O_PATH);
    EXPECT_EQ(open_in(thread, "missing", O_RDONLY, handle), -ENOENT);
    for (rlim_t limit : {0, 1, 2, 3}) {
      set_limit(limit, 4096);
      EXPECT_EQ(open_in(thread, in("new"), O_RDWR | O_CREAT), -EMFILE) << limit;
      EXPECT_EQ(open_in(thread, "missing", O_RDONLY, handle), -EMFILE) << limit;
    }
  });
  EXPECT_NE(access(in("new").c_str(), F_OK), 0) << "nothing is created";
}

TEST_F(OpensAmongThreads, TheLowestNumberThatIsFree) {
  close(creat(in("file").c_str(), 0600));
  run_among_threads([&](Thread &thread) {
    const int handle = open(directory.c_str(), O_PATH);
    close(0);
    EXPECT_EQ(open_in(thread, "file", O_RDONLY, handle), 0);
    set_limit(2, 4096);
    close(1);
    EXPECT_EQ(open_in(thread, "file", O_RDONLY, handle), 1);
    EXPECT_EQ(open_in(thread, "file", O_RDONLY, handle), -EMFILE);
  });
}

// Sends as many descriptors to nowhere.
void keep_in_flight(size_t count) {
  int pair[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair), 0);
  char byte = 'x';
  iovec vector{&byte, 1};
  alignas(cmsghdr) char control[CMSG_SPACE(253 * sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = CMSG_SPACE(count * sizeof(int));
  *CMSG_FIRSTHDR(&message) = {
      .cmsg_len = CMSG_LEN(count * sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
  ASSERT_EQ(sendmsg(pair[0], &message, 0), 1); // descriptor 0, so often
}

void become_nobody(Thread &thread) {
  if (getuid() == 0) {
    EXPECT_EQ(call(thread, abi::Call::setresuid, nobody, nobody, nobody), 0);
  }
}

TEST_F(OpensAmongThreads, MoreInFlightThanMayBeOpen) {
  run_among_threads([&](Thread &thread) {
    become_nobody(thread);
    keep_in_flight(200);
    set_limit(100, 4000);
    const int lowest = lowest_descriptor();
    EXPECT_EQ(open_in(thread, "/dev/null", O_RDONLY), lowest);
    rlimit after;
    getrlimit(RLIMIT_NOFILE, &after);
    EXPECT_EQ(after.rlim_cur, 100u);
    set_limit(100, 100);
    EXPECT_EQ(open_in(thread, "/dev/null", O_RDONLY), -ENFILE);
    EXPECT_EQ(lowest_descriptor(), lowest + 1) << "nothing stays open";
  });
}

int fill_table() {
  int last = -1;
  for (int fd; (fd = dup(0)) >= 0;)
    last = fd;
  return last;
}

TEST_F(OpensAmongThreads, AThreadWhereTheTableIsFullAndTheLimitIsFixed) {
  Script script;
  script.start = [&](Thread &thread) {
    become_nobody(thread);
    thread.process().expect_lower_limit();
    set_limit(20, 20);
    const int last = fill_table();
    EXPECT_EQ(last, 19) << "what the host keeps takes none of the guest's numbers";
    EXPECT_EQ(thread.process().expect_threads(), 0);
    EXPECT_EQ(open_in(thread, "/dev/null", O_RDONLY), -EMFILE);
    close(last);
    EXPECT_EQ(open_in(thread, "/dev/null", O_RDONLY), last);
  };
  run(script);
}

TEST_F(OpensAmongThreads, AThreadWhereNothingWasKept) {
  Script script;
  script.start = [&](Thread &thread) {
    become_nobody(thread);
    set_limit(20, 20);
    const int last = fill_table();
    EXPECT_EQ(thread.process().expect_threads(), 0);
    EXPECT_FALSE(thread.process().lane.is_open());
    EXPECT_EQ(open_in(thread, "/dev/null", O_RDONLY), -EMFILE);
    for (int fd = last; fd > last - 4; --fd)
      close(fd);
    EXPECT_EQ(thread.process().expect_threads(), 0) << "there is one thread";
    EXPECT_GE(open_in(thread, "/dev/null", O_RDONLY), 0);
  };
  run(script);
}

} // namespace
} // namespace wali::host
