// The scratch directory is made for its owner, and goes whatever is in it.
#include "harness/launch/scratch.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "harness/launch/error.h"
#include "harness/launch/tests/launching.h"

namespace wali::launch {
namespace {

namespace fs = std::filesystem;

// A directory that is awkward to remove for who made it.
void make_awkward_tree(const fs::path &top) {
  fs::create_directories(top / "a/b");
  std::ofstream(top / "a/b/file") << "x";
  std::ofstream(top / "a/locked") << "x";
  fs::create_symlink("/etc", top / "a/link");
  mkfifo((top / "a/fifo").c_str(), 0);
  fs::create_directories(top / "c/d/e/f");
  fs::permissions(top / "a/locked", fs::perms::none);
  fs::permissions(top / "a/b", fs::perms::none);
  fs::permissions(top / "c/d", fs::perms::owner_read);
  fs::permissions(top / "a", fs::perms::owner_read | fs::perms::owner_write);
}

void make_deep_tree(const fs::path &top, int depth) {
  int here = open(top.c_str(), O_PATH | O_DIRECTORY);
  for (int i = 0; i < depth; ++i) {
    mkdirat(here, "a-name-that-is-not-short-so-that-paths-grow-quickly", 0700);
    int next =
        openat(here, "a-name-that-is-not-short-so-that-paths-grow-quickly", O_PATH | O_DIRECTORY);
    close(here);
    here = next;
  }
  close(openat(here, "leaf", O_WRONLY | O_CREAT, 0600));
  close(here);
}

// Runs `work` in a child process, as user `id` if we are root.
int status_of(unsigned id, const std::function<bool()> &work) {
  pid_t pid = fork();
  if (pid == 0) {
    if (geteuid() == 0 && id != 0 && (setgid(id) != 0 || setuid(id) != 0))
      _exit(2);
    _exit(work() ? 0 : 1);
  }
  int status;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class RemoveTree : public testing::TestWithParam<unsigned> {
protected:
  TestDirectory directory;
};

TEST_P(RemoveTree, RemovesModesAndLinks) {
  fs::path top = directory.path() / "top";
  EXPECT_EQ(status_of(GetParam(),
                      [&] {
                        fs::create_directory(top);
                        make_awkward_tree(top);
                        int error = 0;
                        return remove_tree(top, error);
                      }),
            0);
  EXPECT_FALSE(fs::exists(top));
  EXPECT_TRUE(fs::exists("/etc/passwd"));
}

TEST_P(RemoveTree, RemovesDeepTrees) {
  fs::path top = directory.path() / "top";
  EXPECT_EQ(status_of(GetParam(),
                      [&] {
                        fs::create_directory(top);
                        make_deep_tree(top, 1100);
                        int error = 0;
                        return remove_tree(top, error);
                      }),
            0);
  EXPECT_FALSE(fs::exists(top));
}

INSTANTIATE_TEST_SUITE_P(As, RemoveTree, testing::Values(0u, stranger_id),
                         [](const auto &info) { return info.param == 0 ? "self" : "ordinary"; });

TEST(RemoveTreeAndMounts, MountsAreDetachedAndNotEntered) {
  if (geteuid() != 0)
    GTEST_SKIP() << "needs root, to mount";
  TestDirectory directory;
  fs::path precious = directory.path() / "precious", top = directory.path() / "top";
  fs::create_directories(precious / "inner");
  fs::create_directories(top / "a/mounted");
  fs::create_directories(top / "twice");
  std::ofstream(top / "a/file") << "x";
  std::ofstream(precious / "inner/keep") << "keep";
  EXPECT_EQ(status_of(0,
                      [&] {
                        if (unshare(CLONE_NEWNS) != 0 ||
                            mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
                          return false;
                        auto bind = [](const fs::path &from, const fs::path &to) {
                          return mount(from.c_str(), to.c_str(), nullptr, MS_BIND, nullptr) == 0;
                        };
                        if (!bind(precious, top / "a/mounted") || !bind(precious, top / "twice") ||
                            !bind(precious, top / "twice") ||
                            !bind(precious / "inner/keep", top / "a/file"))
                          return false;
                        int error = 0;
                        return remove_tree(top, error);
                      }),
            0);
  EXPECT_FALSE(fs::exists(top));
  EXPECT_TRUE(fs::exists(precious / "inner/keep"));
}

TEST(RemoveTreeFailure, SaysWhy) {
  int error = 0;
  EXPECT_FALSE(remove_tree("/nowhere/at/all", error));
  EXPECT_EQ(error, ENOENT);
}

int inodes_below(const fs::path &path) {
  return static_cast<int>(std::distance(fs::recursive_directory_iterator(path), {}));
}

TEST(Scratch, IsMadeForItsOwnerAndRemoved) {
  TestDirectory directory;
  Identity identity = resolve_identity(IdentityKind::user, geteuid(), getegid());
  {
    Scratch scratch(directory.path(), identity);
    scratch.write_environment("A=b\n");
    for (std::string part : {"", work_directory, environment_directory}) {
      struct stat status;
      ASSERT_EQ(stat((scratch.tmp() + part).c_str(), &status), 0);
      EXPECT_EQ(status.st_uid, identity.outer_uid);
      EXPECT_EQ(status.st_gid, identity.outer_gid);
      EXPECT_EQ(status.st_mode & 07777, part.empty() ? 01777u : 0755u);
    }
    EXPECT_TRUE(fs::is_empty(scratch.place()));
    EXPECT_EQ(inodes_below(directory.path()), 6);
    EXPECT_TRUE(fs::is_empty(scratch.tmp() + work_directory));
  }
  EXPECT_TRUE(fs::is_empty(directory.path()));
}

// Sets the flags of a file or directory, as chattr does. False where they do not exist.
bool set_flags(const fs::path &path, int flags) {
  int fd = open(path.c_str(), O_RDONLY);
  bool done = ioctl(fd, _IOW('f', 2, long), &flags) == 0;
  close(fd);
  return done;
}

constexpr int immutable = 0x10;

TEST(Scratch, IsRemovedWithWhatWasMadeImmutable) {
  TestDirectory directory;
  Scratch scratch(directory.path(), resolve_identity(IdentityKind::user, geteuid(), getegid()));
  fs::path work = scratch.tmp() + work_directory;
  fs::create_directories(work / "full/inner");
  fs::create_directories(work / "empty");
  std::ofstream(work / "file") << "x";
  std::ofstream(work / "full/file") << "x";
  for (const char *name : {"file", "full/file", "full/inner", "full", "empty", "."})
    if (!set_flags(work / name, immutable))
      GTEST_SKIP() << "needs root, and a file system with inode flags";
  EXPECT_EQ(scratch.remove(), "");
  EXPECT_TRUE(fs::is_empty(directory.path()));
}

TEST(Scratch, SaysWhatIsLeft) {
  TestDirectory directory;
  Scratch scratch(directory.path(), resolve_identity(IdentityKind::user, geteuid(), getegid()));
  if (!set_flags(directory.path(), immutable))
    GTEST_SKIP() << "needs root, and a file system with inode flags";
  std::string left = scratch.remove();
  set_flags(directory.path(), 0);
  EXPECT_TRUE(left.starts_with("cannot remove all of " + directory.path().string())) << left;
  EXPECT_TRUE(left.ends_with("Operation not permitted")) << left;
}

TEST(Scratch, NeedsAPlace) {
  Identity identity = resolve_identity(IdentityKind::user, geteuid(), getegid());
  EXPECT_THROW(Scratch("/nowhere/at/all", identity), LaunchError);
}

} // namespace
} // namespace wali::launch
