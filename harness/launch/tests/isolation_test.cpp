// What a program sees: identity, namespaces, environment, descriptors, signals.
#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>

#include "harness/launch/tests/launching.h"

namespace wali::launch {
namespace {

namespace fs = std::filesystem;

struct Case {
  Caller caller;
  std::string identity;
  std::string isolation;
};

void PrintTo(const Case &value, std::ostream *out) {
  *out << value.identity << " in " << value.isolation;
}

std::string name_of_case(const testing::TestParamInfo<Case> &info) {
  std::string name = info.param.identity + "_" + info.param.isolation +
                     (info.param.caller == Caller::self ? "" : "_by_an_ordinary_caller");
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

class Isolated : public testing::TestWithParam<Case> {
protected:
  Isolated() : launching(GetParam().caller) {}
  void SetUp() override {
    if (geteuid() != 0 && (GetParam().caller != Caller::self || GetParam().identity == "root"))
      GTEST_SKIP() << "needs root";
    if (namespaces() && !namespaces_work(GetParam().caller))
      GTEST_SKIP() << "the kernel makes no namespaces for this caller";
  }
  bool namespaces() const { return GetParam().isolation == "namespaces"; }
  bool called_by_root() const { return geteuid() == 0 && GetParam().caller == Caller::self; }

  Launched run(std::vector<std::string> words) {
    words.insert(words.begin(),
                 {"--identity", GetParam().identity, "--isolation", GetParam().isolation});
    Launched result = launching.run(words);
    EXPECT_EQ(result.exit_status(), 0) << result.message;
    EXPECT_EQ(launching.files_left(), std::vector<std::string>{});
    EXPECT_EQ(launching.processes_left(), std::vector<pid_t>{});
    EXPECT_EQ(result.message, "");
    return result;
  }
  std::map<std::string, std::string> state() {
    launching.hostile = true;
    Launched result = run({"--", "{probe}", "state"});
    EXPECT_EQ(result.field("ended"), "exited");
    EXPECT_EQ(result.field("isolation"), GetParam().isolation);
    EXPECT_EQ(result.field("identity"), GetParam().identity);
    EXPECT_EQ(result.field("leftover"), "0");
    return result.values();
  }
  unsigned expected_id() const {
    if (GetParam().identity != "user")
      return 0;
    return namespaces() || called_by_root()        ? 1000
           : GetParam().caller == Caller::ordinary ? stranger_id
                                                   : geteuid();
  }

  Launching launching;
};

TEST_P(Isolated, Identity) {
  auto seen = state();
  std::string id = std::to_string(expected_id()), all = id + "," + id + "," + id;
  EXPECT_EQ(seen["uids"], all);
  EXPECT_EQ(seen["gids"], all);
  if (geteuid() == 0) {
    EXPECT_EQ(seen["groups"], "0");
  }
  EXPECT_EQ(seen["cwd owner"], id + "," + id);
  bool powerless = GetParam().identity == "user";
  EXPECT_EQ(seen["CapEff"] == "0000000000000000", powerless) << seen["CapEff"];
  EXPECT_EQ(seen["CapPrm"], seen["CapEff"]);
  EXPECT_EQ(seen["CapInh"], "0000000000000000");
  EXPECT_EQ(seen["CapAmb"], "0000000000000000");
  EXPECT_EQ(seen["NoNewPrivs"], "0");
  if (GetParam().identity == "root") {
    EXPECT_EQ(seen["CapBnd"], seen["CapPrm"]);
    uint64_t capabilities = std::stoull(seen["CapPrm"], nullptr, 16);
    for (int lost : {CAP_SYS_ADMIN, CAP_SYS_PTRACE, CAP_DAC_READ_SEARCH, CAP_MKNOD, CAP_SYS_MODULE,
                     CAP_SYS_RAWIO, CAP_SYS_BOOT, CAP_SYS_TIME, CAP_SYSLOG, CAP_BPF})
      EXPECT_FALSE(capabilities >> lost & 1) << lost;
    for (int kept : {CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_SETUID, CAP_KILL})
      EXPECT_TRUE(capabilities >> kept & 1) << kept;
  }
}

TEST_P(Isolated, SignalsDescriptorsLimitsAreFixed) {
  auto seen = state();
  EXPECT_EQ(seen["SigBlk"], "0000000000000000");
  EXPECT_EQ(seen["SigIgn"], "0000000000000000");
  EXPECT_EQ(seen["SigCgt"], "0000000000000000");
  EXPECT_EQ(seen["descriptors"], "0,1,2");
  EXPECT_EQ(seen["umask"], std::to_string(022));
  EXPECT_EQ(seen["session leader"], "1");
  EXPECT_EQ(seen["terminal"], "none");
  EXPECT_EQ(seen["death signal"], "0");
  EXPECT_EQ(seen["core"], "0/0");
  EXPECT_EQ(seen["nofile"], "1024/4096");
  EXPECT_EQ(seen["data"], "unlimited/unlimited");
}

TEST_P(Isolated, EnvironmentIsExact) {
  launching.hostile = true;
  Launched result =
      run({"--env", "GREETING=hello  you", "--env", "LANG=other", "--engine-env", "ENGINE_ONLY=1",
           "--", "/bin/sh", "-c", "tr '\\0' '\\n' </proc/$$/environ; echo; cat {envfile}"});
  std::string shown = result.transcript;
  std::string tmp = namespaces() ? "/tmp" : shown.substr(shown.find("TMPDIR=") + 7);
  tmp = tmp.substr(0, tmp.find('\n'));
  if (!namespaces()) {
    EXPECT_TRUE(tmp.starts_with(launching.scratch().string())) << tmp;
  }
  std::string guest =
      "PATH=/usr/local/bin:/usr/bin:/bin\nHOME=/\nLANG=other\nTZ=UTC\nUSER=wali\nTMPDIR=" + tmp +
      "\nLAUNCH_TEST=" + launching.path().string() + "\nGREETING=hello \\x20you\n";
  EXPECT_EQ(shown, guest + "ENGINE_ONLY=1\n\\n\n" + guest);
}

TEST_P(Isolated, DirectoryIsEmptyAndTmpPrivate) {
  auto seen = state();
  EXPECT_EQ(seen["cwd entries"], "");
  if (!namespaces()) {
    EXPECT_TRUE(seen["cwd"].starts_with(launching.scratch().string())) << seen["cwd"];
    return;
  }
  EXPECT_EQ(seen["cwd"], "/tmp/work");
  EXPECT_EQ(seen["/tmp entries"], ".wali," + launching.path().filename().string() + ",work");
}

TEST_P(Isolated, NamespacesAreItsOwnOrTheCallers) {
  auto seen = state();
  EXPECT_EQ(seen["loopback"], "works");
  if (!namespaces()) {
    char host[256];
    gethostname(host, sizeof host);
    EXPECT_EQ(seen["host"], host);
    return;
  }
  EXPECT_EQ(seen["pid"], "2");
  EXPECT_EQ(seen["ppid"], "1");
  EXPECT_EQ(seen["processes"], "1,2");
  // None of the caller's; who is not real root may not even look.
  EXPECT_EQ(seen["keeper's descriptors"], GetParam().identity == "root" ? "0,1" : "");
  EXPECT_EQ(seen["host"], "wali");
}

TEST_P(Isolated, StandardInput) {
  launching.input = "one\ntwo";
  EXPECT_EQ(run({"--stdin", "--", "{probe}", "cat"}).transcript, "one\ntwo\\c\n");
  EXPECT_EQ(run({"--", "{probe}", "cat"}).transcript, "");
}

TEST_P(Isolated, StandardInputIsNotTheMachinesToChange) {
  if (!namespaces())
    GTEST_SKIP() << "a process group shares the machine's mounts";
  EXPECT_EQ(run({"--", "{probe}", "change-input"}).transcript, "EROFS\n");
}

TEST_P(Isolated, DiskOfItsOwnIsSmallAndAlsoMountedReadOnly) {
  if (!namespaces())
    GTEST_SKIP() << "a process group shares the machine's mounts";
  EXPECT_EQ(run({"--", "{probe}", "fill", "/tmp/.wali/disk/file"}).transcript, "262144 ENOSPC\n");
  EXPECT_EQ(run({"--", "{probe}", "fill", "/tmp/.wali/read-only/file"}).transcript, "0 EROFS\n");
}

TEST_P(Isolated, AwkwardFilesAreRemoved) {
  EXPECT_EQ(run({"--", "{probe}", "litter"}).field("status"), "0");
}

// The program, a child that it waits for, and one that is still alive at its end each take 0.1 s,
// by a clock that is finer than what the kernel adds up.
TEST_P(Isolated, ProcessorTimeIsThatOfAllProcesses) {
  Launched result = run({"--", "{probe}", "busy"});
  EXPECT_EQ(result.field("ended"), "exited");
  EXPECT_GE(std::stod(result.field("processor")), 0.29);
}

TEST_P(Isolated, MemoryLimit) {
  EXPECT_EQ(run({"--memory-limit", "123456789", "--", "{probe}", "state"}).values()["data"],
            "123456789/123456789");
}

INSTANTIATE_TEST_SUITE_P(As, Isolated,
                         testing::Values(Case{Caller::self, "root", "namespaces"},
                                         Case{Caller::self, "root", "process-group"},
                                         Case{Caller::self, "user", "namespaces"},
                                         Case{Caller::self, "user", "process-group"},
                                         Case{Caller::self, "ns-root", "namespaces"},
                                         Case{Caller::ordinary, "user", "namespaces"},
                                         Case{Caller::ordinary, "user", "process-group"},
                                         Case{Caller::ordinary, "ns-root", "namespaces"}),
                         name_of_case);

TEST(Fallback, AutomaticIsolationSaysWhichItTook) {
  Launching own;
  std::string usual = own.run({"--", "{probe}", "exit", "0"}).field("isolation");
  EXPECT_EQ(usual, namespaces_work(Caller::self) ? "namespaces" : "process-group");
  if (geteuid() != 0)
    GTEST_SKIP() << "needs root, to give up a right";
  Launching refused(Caller::root_without_admin);
  Launched result = refused.run({"--", "{probe}", "exit", "0"});
  EXPECT_EQ(result.exit_status(), 0);
  EXPECT_EQ(result.field("isolation"), "process-group");
  EXPECT_EQ(result.transcript, "line\n");
}

TEST(Fallback, IsNotTakenIfNamespacesAreAskedFor) {
  if (geteuid() != 0)
    GTEST_SKIP() << "needs root, to give up a right";
  Launching refused(Caller::root_without_admin);
  Launched result = refused.run({"--isolation", "namespaces", "--", "{probe}", "exit", "0"});
  EXPECT_EQ(result.exit_status(), 2);
  EXPECT_EQ(result.field("ended"), "not-started");
  EXPECT_EQ(result.transcript, "");
}

} // namespace
} // namespace wali::launch
