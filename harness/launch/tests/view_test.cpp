// What an engine sees of the machine, and what it cannot find out or change.
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "harness/launch/tests/launching.h"

namespace wali::launch {
namespace {

namespace fs = std::filesystem;

struct Case {
  Caller caller;
  std::string identity;
};

void PrintTo(const Case &value, std::ostream *out) { *out << value.identity; }

std::string name_of_case(const testing::TestParamInfo<Case> &info) {
  std::string name = info.param.identity == "ns-root" ? "ns_root" : info.param.identity;
  switch (info.param.caller) {
  case Caller::ordinary:
    return name + "_by_an_ordinary_caller";
  case Caller::on_an_old_kernel:
    return name + "_on_an_old_kernel";
  case Caller::ordinary_on_an_old_kernel:
    return name + "_by_an_ordinary_caller_on_an_old_kernel";
  default:
    return name;
  }
}

// A project as the driver's, with one program in it, and an engine beside it.
class Hostile : public testing::TestWithParam<Case> {
protected:
  Hostile() : launching(GetParam().caller) {}
  void SetUp() override {
    if (geteuid() != 0 && (GetParam().caller != Caller::self || GetParam().identity == "root"))
      GTEST_SKIP() << "needs root";
    if (!namespaces_work(GetParam().caller))
      GTEST_SKIP() << "the kernel makes no namespaces for this caller";
    make("project/expected/secret-name.check", "the answer\n");
    make("project/build/secret-name.native", "#!/bin/sh\necho the answer\n");
    make("project/build/secret-name.wasm", "the module\n");
    make("project/build/engine", "the engine\n");
    fs::create_directory(launching.path() / "cache");
    fs::permissions(launching.path() / "cache", fs::perms::all);
    make("cache/entry", "prepared\n");
  }
  void make(const fs::path &path, const std::string &text) {
    fs::create_directories((launching.path() / path).parent_path());
    std::ofstream(launching.path() / path) << text;
    fs::permissions(launching.path() / path, fs::perms::all);
  }
  std::string contents(const fs::path &path) {
    std::ifstream file(launching.path() / path);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  fs::path project() const { return launching.path() / "project"; }

  Launched run(std::vector<std::string> words) {
    words.insert(words.begin(), {"--identity", GetParam().identity, "--isolation", "namespaces",
                                 "--hide", project(), "--hide", project() / "build", "--module",
                                 project() / "build/secret-name.wasm"});
    Launched result = launching.run(words);
    EXPECT_EQ(result.exit_status(), 0) << result.message;
    EXPECT_EQ(result.field("isolation"), "namespaces");
    EXPECT_EQ(launching.files_left(), std::vector<std::string>{});
    return result;
  }
  std::string shell(const std::string &script, std::vector<std::string> options = {}) {
    options.insert(options.end(), {"--", "/bin/sh", "-c", script, "sh", "{module}"});
    return run(options).transcript;
  }

  Launching launching;
};

TEST_P(Hostile, SeesTheProgramUnderANeutralName) {
  EXPECT_EQ(shell("echo $1; cat $1; cd /wali; echo *"),
            "/wali/program.wasm\nthe module\ndevices program.wasm\n");
}

TEST_P(Hostile, FindsNeitherTheAnswerNorTheName) {
  EXPECT_EQ(shell("find / -name proc -prune -o '(' -name '*secret-na[m]e*' -o -path '" +
                      project().string() +
                      "/expected*' ')' -print 2>/dev/null;"
                      "cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ /proc/[0-9]*/mountinfo"
                      " /proc/[0-9]*/maps 2>/dev/null | grep -ac 'secret-na[m]e'",
                  {"--timeout", "600"}), // it looks at every file of the system
            "0\nexit 1\n");
  EXPECT_EQ(shell("ls " + project().string() + "/expected; ls " + project().string() + "/build"),
            "exit 2\n");
}

TEST_P(Hostile, FindsNothingBesideWhatIsShownInTheProject) {
  const std::string engine = project() / "build/engine";
  EXPECT_EQ(shell("cat " + engine + "; cd " + project().string() + "; find . -type f | sort",
                  {"--expose", engine}),
            "the engine\n./build/engine\n");
}

TEST_P(Hostile, ChangesNothingThatItSees) {
  const std::string path = launching.path();
  const std::string attack =
      "for f in " + path + "/cache/entry " + path + "/new " + path + "/probe " + path +
      "/project/expected/secret-name.check $1 /usr/new /etc/new /sys/new; do"
      " { echo changed >$f; } 2>/dev/null; rm -f $f 2>/dev/null; done;"
      "mount -o remount,bind,rw " +
      path + " 2>/dev/null; { echo changed >" + path +
      "/cache/entry; } 2>/dev/null;"
      "umount -l " +
      path + " 2>/dev/null; umount -l /proc 2>/dev/null; ls /proc/2/status; true";
  EXPECT_EQ(shell(attack), "/proc/2/status\n");
  EXPECT_EQ(contents("cache/entry"), "prepared\n");
  EXPECT_EQ(contents("project/expected/secret-name.check"), "the answer\n");
  EXPECT_EQ(contents("project/build/secret-name.wasm"), "the module\n");
  EXPECT_FALSE(fs::exists(launching.path() / "new"));
  EXPECT_TRUE(fs::exists(launching.path() / "probe"));
  for (const char *other : {"/usr/new", "/etc/new"})
    EXPECT_FALSE(fs::exists(other)) << other;
}

TEST_P(Hostile, ChangesWhatItMay) {
  const std::string entry = launching.path() / "cache/entry";
  EXPECT_EQ(shell("echo changed >" + entry, {"--writable", launching.path() / "cache"}), "");
  EXPECT_EQ(contents("cache/entry"), "changed\n");
}

TEST_P(Hostile, HasNoPowerOverTheMachine) {
  Launched result = run({"--", "{probe}", "attack"});
  std::istringstream lines(result.transcript);
  int tried = 0;
  for (std::string line; std::getline(lines, line); ++tried)
    EXPECT_TRUE(line.ends_with("EPERM") || line.ends_with("EACCES") || line.ends_with("EROFS") ||
                line.ends_with("ENOENT"))
        << line;
  EXPECT_EQ(tried, 16) << result.transcript;
}

INSTANTIATE_TEST_SUITE_P(As, Hostile,
                         testing::Values(Case{Caller::self, "root"}, Case{Caller::self, "user"},
                                         Case{Caller::self, "ns-root"},
                                         Case{Caller::ordinary, "user"},
                                         Case{Caller::ordinary, "ns-root"},
                                         Case{Caller::on_an_old_kernel, "root"},
                                         Case{Caller::on_an_old_kernel, "user"},
                                         Case{Caller::on_an_old_kernel, "ns-root"},
                                         Case{Caller::ordinary_on_an_old_kernel, "user"},
                                         Case{Caller::ordinary_on_an_old_kernel, "ns-root"}),
                         name_of_case);

TEST(ProcessGroup, GivesTheProgramANeutralNameAndSaysThatItIsNoIsolation) {
  Launching launching;
  std::ofstream(launching.path() / "secret-name.wasm") << "the module\n";
  Launched result = launching.run({"--isolation", "process-group", "--module",
                                   launching.path() / "secret-name.wasm", "--", "/bin/sh", "-c",
                                   "cat $1; basename $1; echo changed >$1", "sh", "{module}"});
  EXPECT_TRUE(result.transcript.starts_with("the module\nprogram.wasm\n")) << result.transcript;
  EXPECT_EQ(result.field("isolation"), "process-group");
  std::ifstream module(launching.path() / "secret-name.wasm");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(module), {}), "the module\n");
}

TEST(ProcessGroup, RootHasNoMoreCapabilitiesThanInNamespaces) {
  if (geteuid() != 0 || !namespaces_work(Caller::self))
    GTEST_SKIP() << "needs root";
  Launching launching;
  std::string seen[2];
  for (int i = 0; i < 2; ++i)
    seen[i] = launching
                  .run({"--identity", "root", "--isolation", i ? "namespaces" : "process-group",
                        "--", "{probe}", "state"})
                  .values()["CapBnd"];
  EXPECT_EQ(seen[0], seen[1]);
}

TEST(View, LinksLeadToWhatIsShown) {
  if (!namespaces_work(Caller::self))
    GTEST_SKIP() << "the kernel makes no namespaces for this caller";
  Launching launching;
  fs::create_directories(launching.path() / "real/inner");
  std::ofstream(launching.path() / "real/inner/file") << "found";
  TestDirectory other, links;
  std::ofstream(other.path() / "hidden") << "hidden";
  fs::create_directory_symlink(launching.path() / "real", links.path() / "second");
  fs::create_directory_symlink("second", links.path() / "first");
  std::string file = (links.path() / "first/inner/file").string(),
              hidden = (other.path() / "hidden").string();
  Launched result = launching.run({"--expose", links.path() / "first", "--", "/bin/sh", "-c",
                                   "cat " + file + "; test -e " + hidden + " || echo ' hidden'"});
  EXPECT_EQ(result.transcript, "found hidden\n");
}

TEST(View, AMountBeyondReachIsNoHindranceOnAnOldKernel) {
  Launching launching(Caller::ordinary_on_an_old_kernel);
  if (geteuid() != 0 || !namespaces_work(Caller::ordinary) || !launching.has_small_disk())
    GTEST_SKIP() << "needs root, and namespaces for an ordinary caller";
  const fs::path closed = launching.path() / "closed";
  fs::create_directories(closed / "disk");
  ASSERT_EQ(mount("disk", (closed / "disk").c_str(), "tmpfs", 0, nullptr), 0);
  fs::permissions(closed, fs::perms::owner_all);
  Launched result =
      launching.run({"--identity", "user", "--isolation", "namespaces", "--", "/bin/sh", "-c",
                     "ls -d " + (closed / "disk").string() + " || echo closed"});
  EXPECT_EQ(result.transcript, "closed\n") << result.message;
}

TEST(View, RefusesWhatCannotBeShown) {
  Launching launching;
  fs::create_directory_symlink("loop", launching.path() / "loop");
  for (const std::string &path :
       {std::string("/"), std::string("/tmp"), std::string("/proc/self"), std::string("/dev/null"),
        std::string("/nowhere"), (launching.path() / "loop").string()}) {
    Launched result =
        launching.run({"--isolation", "namespaces", "--expose", path, "--", "/bin/true"});
    EXPECT_EQ(result.exit_status(), 2) << path;
    EXPECT_NE(result.message.find("--expose"), std::string::npos) << result.message;
  }
}

} // namespace
} // namespace wali::launch
