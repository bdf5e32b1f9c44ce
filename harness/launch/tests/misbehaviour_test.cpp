// Programs that end in every way, or do not want to end; launches that fail.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>

#include "harness/launch/tests/launching.h"

namespace wali::launch {
namespace {

class Misbehaving : public testing::TestWithParam<std::string> {
protected:
  void SetUp() override {
    if (GetParam() == "namespaces" && !namespaces_work(Caller::self))
      GTEST_SKIP() << "the kernel makes no namespaces for this caller";
  }
  Launched run(std::vector<std::string> words) {
    words.insert(words.begin(), {"--isolation", GetParam()});
    Launched result = launching.run(words);
    EXPECT_EQ(result.exit_status(), 0) << result.message;
    expect_nothing_left();
    return result;
  }
  void expect_nothing_left() {
    EXPECT_EQ(launching.processes_left(), std::vector<pid_t>{});
    EXPECT_EQ(launching.files_left(), std::vector<std::string>{});
  }

  Launching launching;
};

TEST_P(Misbehaving, ExitsWithAStatus) {
  Launched result = run({"--", "{probe}", "exit", "7"});
  EXPECT_EQ(result.transcript, "line\nexit 7\n");
  EXPECT_EQ(result.field("ended"), "exited");
  EXPECT_EQ(result.field("status"), "7");
  EXPECT_EQ(result.field("signal"), "null");
}

TEST_P(Misbehaving, PrintsTheRightTranscriptThenDies) {
  for (auto [number, name] :
       {std::pair("11", "SIGSEGV"), std::pair("9", "SIGKILL"), std::pair("15", "SIGTERM"),
        std::pair("33", "SIG33"), std::pair("64", "SIG64")}) {
    Launched result = run({"--", "{probe}", "die", number});
    EXPECT_EQ(result.transcript, "line\nkilled " + std::string(name) + "\n");
    EXPECT_EQ(result.field("ended"), "killed");
    EXPECT_EQ(result.field("status"), "null");
    EXPECT_EQ(result.field("signal"), name);
  }
}

TEST_P(Misbehaving, SleepsForEver) {
  Launched result = run({"--timeout", "0.3", "--", "{probe}", "sleep"});
  EXPECT_EQ(result.transcript, "timeout\n");
  EXPECT_EQ(result.field("ended"), "timeout");
  EXPECT_EQ(result.field("status"), "null");
  EXPECT_EQ(result.field("signal"), "null");
  EXPECT_GE(std::stod(result.field("seconds")), 0.25);
  EXPECT_LT(result.seconds, 5);
}

TEST_P(Misbehaving, IgnoresSignals) {
  Launched result = run({"--timeout", "0.3", "--", "{probe}", "ignore-signals"});
  EXPECT_EQ(result.field("ended"), "timeout");
  EXPECT_LT(result.seconds, 5);
}

TEST_P(Misbehaving, StopsItself) {
  Launched result = run({"--timeout", "0.3", "--", "{probe}", "stop"});
  EXPECT_EQ(result.field("ended"), "timeout");
  EXPECT_LT(result.seconds, 5);
}

TEST_P(Misbehaving, ForksDaemonsThatHoldItsOutput) {
  Launched result = run({"--timeout", "20", "--", "{probe}", "daemons", "5"});
  EXPECT_EQ(result.transcript, "line\n");
  EXPECT_EQ(result.field("ended"), "exited");
  EXPECT_EQ(result.field("leftover"), "5");
  EXPECT_LT(result.seconds, 10);
}

TEST_P(Misbehaving, RunsAwayByForking) {
  Launched result = run({"--timeout", "20", "--", "{probe}", "relay"});
  EXPECT_EQ(result.field("ended"), "exited");
  EXPECT_LT(result.seconds, 10);
}

TEST_P(Misbehaving, ForksForEver) {
  for (const char *how : {"", "sessions"}) {
    Launched result =
        run({"--identity", "user", "--timeout", "0.3", "--", "{probe}", "fork-for-ever", how});
    EXPECT_EQ(result.transcript, "timeout\n");
    EXPECT_LT(result.seconds, 15);
  }
}

TEST_P(Misbehaving, FloodsItsOutput) {
  Launched result = run({"--output-limit", "1000", "--timeout", "20", "--", "{probe}", "flood"});
  EXPECT_EQ(result.transcript, std::string(1000, 'x') + "\\c\nflood\n");
  EXPECT_EQ(result.field("ended"), "flood");
  EXPECT_EQ(result.field("stdout_kept"), "1000");
  EXPECT_GT(std::stoul(result.field("stdout_bytes")), 1000u);
  EXPECT_LT(result.seconds, 10);
}

TEST_P(Misbehaving, FloodsStandardError) {
  std::filesystem::path file = launching.path() / "out/engine";
  Launched result = run({"--stderr", file, "--output-limit", "50000", "--timeout", "20", "--",
                         "{probe}", "flood-stderr"});
  EXPECT_EQ(result.transcript, "flood\n");
  EXPECT_EQ(result.field("stderr"), std::string(16384, 'x'));
  EXPECT_GT(std::stoul(result.field("stderr_bytes")), 800000u);
  EXPECT_EQ(std::filesystem::file_size(file), 50000u);
  EXPECT_LT(result.seconds, 10);
}

TEST_P(Misbehaving, WritesGarbage) {
  Launched result = run({"--", "{probe}", "garbage"});
  EXPECT_EQ(result.transcript, "a\\0b\\xff\\xfe\\xc3(\n\\xed\\xa0\\x80\\c\n");
  EXPECT_EQ(result.field("stderr"), "a\\u0000b\\\\xff\\\\xfe\\\\xc3(\\n\\\\xed\\\\xa0\\\\x80");
  EXPECT_EQ(result.field("stdout_bytes"), "11");
}

TEST_P(Misbehaving, SignalsItsParent) {
  EXPECT_EQ(run({"--", "{probe}", "kill-parent", "15"}).transcript, "line\n");
  EXPECT_EQ(run({"--", "{probe}", "kill-parent", "1"}).transcript, "line\n");
}

TEST_P(Misbehaving, StopsItsParent) {
  const bool is_out_of_reach = GetParam() == "namespaces";
  Launched result =
      run({"--timeout", is_out_of_reach ? "20" : "0.3", "--", "{probe}", "kill-parent", "19"});
  EXPECT_EQ(result.field("ended"), is_out_of_reach ? "exited" : "timeout");
  EXPECT_LT(result.seconds, 5);
}

TEST_P(Misbehaving, KillsItsParent) {
  launching.input = "";
  Launched result = launching.run({"--isolation", GetParam(), "--", "{probe}", "kill-parent", "9"});
  expect_nothing_left();
  if (GetParam() == "namespaces") { // out of its reach
    EXPECT_EQ(result.transcript, "line\n");
    return;
  }
  EXPECT_EQ(result.exit_status(), 2);
  EXPECT_EQ(result.field("ended"), "not-started");
}

TEST_P(Misbehaving, LauncherIsStopped) {
  for (int signal : {SIGTERM, SIGINT, SIGHUP}) {
    pid_t pid = launching.start({"--isolation", GetParam(), "--", "{probe}", "ignore-signals"});
    ASSERT_TRUE(launching.wait_until_started());
    kill(pid, signal);
    Launched result = launching.finish(pid);
    EXPECT_TRUE(WIFSIGNALED(result.wait_status) && WTERMSIG(result.wait_status) == signal);
    EXPECT_EQ(result.record, "");
    expect_nothing_left();
  }
}

TEST_P(Misbehaving, LauncherIsKilled) {
  pid_t pid = launching.start({"--isolation", GetParam(), "--", "{probe}", "ignore-signals"});
  ASSERT_TRUE(launching.wait_until_started());
  kill(pid, SIGKILL);
  launching.finish(pid);
  for (int i = 0; i < 500 && !launching.processes_left().empty(); ++i)
    usleep(10'000);
  EXPECT_EQ(launching.processes_left(), std::vector<pid_t>{});
}

TEST_P(Misbehaving, ClosesItsDescriptors) {
  EXPECT_EQ(run({"--", "{probe}", "close-all", "exit"}).transcript, "");
  Launched result = run({"--timeout", "0.3", "--", "{probe}", "close-all", "sleep"});
  EXPECT_EQ(result.transcript, "timeout\n");
  EXPECT_LT(result.seconds, 5);
}

TEST_P(Misbehaving, RemovesItsScratch) {
  Launched result = run({"--", "{probe}", "remove-scratch"});
  EXPECT_EQ(result.transcript, "line\n");
  EXPECT_EQ(result.field("remains"), "(none)");
  EXPECT_EQ(result.message, "");
}

TEST_P(Misbehaving, KillsItsGroup) {
  EXPECT_EQ(run({"--", "{probe}", "kill-many", "group"}).transcript, "line\nkilled SIGKILL\n");
}

TEST_P(Misbehaving, KillsAllThatItMay) {
  if (GetParam() != "namespaces")
    GTEST_SKIP() << "in a process group that is all of the user's, this test too";
  EXPECT_EQ(run({"--", "{probe}", "kill-many", "all"}).transcript, "line\n");
}

TEST_P(Misbehaving, HoldsMemory) {
  EXPECT_EQ(run({"--memory-limit", "200000000", "--", "{probe}", "hold-memory"}).transcript,
            "ENOMEM\n");
}

// Root may raise its limit.
TEST_P(Misbehaving, OpensTenThousandDescriptors) {
  EXPECT_EQ(run({"--identity", "user", "--", "{probe}", "open-many"}).transcript, "4093 EMFILE\n");
  Launched result = run({"--", "{probe}", "open-many"});
  EXPECT_EQ(result.field("ended"), "exited");
}

TEST_P(Misbehaving, LeavesAStoppedChild) {
  Launched result = run({"--timeout", "20", "--", "{probe}", "stopped-child"});
  EXPECT_EQ(result.transcript, "line\n");
  EXPECT_EQ(result.field("leftover"), "1");
  EXPECT_LT(result.seconds, 10);
}

TEST_P(Misbehaving, PrintsTheRightTranscriptTooLate) {
  Launched result = run({"--timeout", "0.3", "--", "{probe}", "late", "60"});
  EXPECT_EQ(result.transcript, "timeout\n");
  EXPECT_LT(result.seconds, 5);
}

TEST_P(Misbehaving, FillsTheDisk) {
  if (!launching.has_small_disk())
    GTEST_SKIP() << "needs root, to mount";
  for (const char *how : {"", "removed", "deep"}) {
    Launched result = run({"--timeout", "30", "--", "{probe}", "hold-disk", how});
    EXPECT_EQ(result.transcript, "flood\n") << how;
    EXPECT_GT(std::stoul(result.field("disk_bytes")), 4u << 20) << how;
    EXPECT_LT(result.seconds, 10) << how;
  }
  EXPECT_EQ(run({"--", "{probe}", "exit", "0"}).transcript, "line\n");
}

TEST_P(Misbehaving, ChangesTerminals) {
  // The caller's terminal is the launcher's controlling one, and unchanged afterwards.
  int master = posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_GE(master, 0);
  ASSERT_EQ(grantpt(master) | unlockpt(master), 0);
  const std::string name = ptsname(master);
  int terminal = open(name.c_str(), O_RDWR | O_NOCTTY), status = -1;
  termios before, after;
  ASSERT_EQ(tcgetattr(terminal, &before), 0);
  const pid_t caller = fork();
  if (caller == 0) {
    setsid();
    open(name.c_str(), O_RDWR); // the session's controlling terminal
    Launched result = run({"--", "{probe}", "change-terminals"});
    _exit(result.transcript == "changed: 0\n" ? 0 : 1);
  }
  waitpid(caller, &status, 0);
  EXPECT_EQ(status, 0);
  ASSERT_EQ(tcgetattr(terminal, &after), 0);
  EXPECT_EQ(after.c_lflag, before.c_lflag);
  close(terminal);
  close(master);
}

TEST_P(Misbehaving, NextProgramIsUnharmed) {
  run({"--output-limit", "1000", "--", "{probe}", "flood"});
  run({"--", "{probe}", "litter"});
  EXPECT_EQ(run({"--", "{probe}", "exit", "0"}).transcript, "line\n");
}

INSTANTIATE_TEST_SUITE_P(In, Misbehaving, testing::Values("namespaces", "process-group"),
                         [](const auto &info) {
                           return info.param == "namespaces" ? "namespaces" : "process_group";
                         });

TEST(LaunchFailure, AnEngineThatIsNotThere) {
  Launching launching;
  Launched result = launching.run({"--", "/nowhere/engine"});
  EXPECT_EQ(result.exit_status(), 2);
  EXPECT_EQ(result.message,
            "wali-launch: cannot execute /nowhere/engine: No such file or directory\n");
  EXPECT_EQ(
      result.record,
      R"({"ended":"not-started","error":"cannot execute /nowhere/engine: No such file or directory"})"
      "\n");
  EXPECT_EQ(launching.files_left(), std::vector<std::string>{});
}

TEST(LaunchFailure, AnEngineWhoseInterpreterItDoesNotSee) {
  if (!namespaces_work(Caller::self))
    GTEST_SKIP() << "the kernel makes no namespaces for this caller";
  Launching launching;
  TestDirectory elsewhere;
  std::filesystem::copy_file("/bin/sh", elsewhere.path() / "interpreter");
  std::filesystem::path script = launching.path() / "script";
  std::ofstream(script) << "#!" << (elsewhere.path() / "interpreter").string() << "\n";
  std::filesystem::permissions(script, std::filesystem::perms::all);
  Launched result = launching.run({"--", script});
  EXPECT_EQ(result.exit_status(), 2);
  EXPECT_NE(result.message.find("--expose"), std::string::npos) << result.message;
  EXPECT_EQ(launching.run({"--expose", elsewhere.path(), "--", script}).exit_status(), 0);
}

TEST(LaunchFailure, WrongUsageLeavesNoRecord) {
  Launching launching;
  for (const std::vector<std::string> &words :
       std::initializer_list<std::vector<std::string>>{{},
                                                       {"--bogus", "--", "x"},
                                                       {"--stderr", "/nowhere/x", "--", "x"},
                                                       {"--", "/bin/cat", "{module}"}}) {
    Launched result = launching.run(words);
    EXPECT_EQ(result.exit_status(), 2);
    EXPECT_EQ(std::count(result.message.begin(), result.message.end(), '\n'), 1) << result.message;
    EXPECT_EQ(result.record, "");
  }
}

TEST(LaunchFailure, RootIsNotForEveryone) {
  if (geteuid() != 0)
    GTEST_SKIP() << "needs root, to be somebody else";
  Launching launching(Caller::ordinary);
  Launched result = launching.run({"--identity", "root", "--", "/bin/true"});
  EXPECT_EQ(result.exit_status(), 2);
  EXPECT_NE(result.message.find("ns-root"), std::string::npos) << result.message;
}

TEST(Together, RecordsOfParallelLaunchesDoNotMix) {
  TestDirectory directory;
  std::string record = directory.path() / "record";
  std::vector<pid_t> pids;
  for (int i = 0; i < 24; ++i)
    if (pids.push_back(fork()); pids.back() == 0) {
      dup2(open("/dev/null", O_WRONLY), 1);
      execl(WALI_LAUNCH, WALI_LAUNCH, "--record", record.c_str(), "--", "/bin/sh", "-c",
            "head -c 5000 /dev/zero | tr '\\0' e >&2", nullptr);
      _exit(127);
    }
  for (pid_t pid : pids) {
    int status;
    waitpid(pid, &status, 0);
    EXPECT_EQ(status, 0);
  }
  std::ifstream file(record);
  int lines = 0;
  for (std::string line; std::getline(file, line); ++lines) {
    EXPECT_TRUE(line.starts_with("{\"ended\":\"exited\"") && line.ends_with("}")) << line;
    EXPECT_NE(line.find("\"stderr\":\"" + std::string(5000, 'e') + "\""), std::string::npos);
  }
  EXPECT_EQ(lines, 24);
}

} // namespace
} // namespace wali::launch
