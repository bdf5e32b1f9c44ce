// For tests: runs wali-launch as its users do, and looks for what it leaves behind.
#include "harness/launch/tests/launching.h"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "harness/launch/clock.h"
#include "harness/launch/scratch.h"

namespace wali::launch {

namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What a careless caller hands down.
void be_hostile() {
  for (int signal = 1; signal < 65; ++signal)
    ::signal(signal, SIG_IGN);
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, nullptr);
  for (int fd : {3, 17, 200})
    dup2(2, fd);
  rlimit few{256, 4096};
  setrlimit(RLIMIT_NOFILE, &few);
  umask(077);
  setenv("LEAKED", "yes", 1);
}

// Makes mount_setattr fail as a kernel does that lacks it.
void forget_mount_setattr() {
  constexpr uint32_t number = 442;
  sock_filter code[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
                        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
                        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  sock_fprog program = {.len = std::size(code), .filter = code};
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0)
    _exit(126);
}

void take_place_of(Caller caller) {
  if (caller == Caller::on_an_old_kernel || caller == Caller::ordinary_on_an_old_kernel)
    forget_mount_setattr();
  bool ordinary = caller == Caller::ordinary || caller == Caller::ordinary_on_an_old_kernel;
  if (ordinary && geteuid() == 0 &&
      (setgroups(0, nullptr) != 0 || setgid(stranger_id) != 0 || setuid(stranger_id) != 0))
    _exit(126);
  if (caller == Caller::root_without_admin)
    prctl(PR_CAPBSET_DROP, CAP_SYS_ADMIN, 0, 0, 0);
}

} // namespace

TestDirectory::TestDirectory() {
  std::string name = "/tmp/launch-test-XXXXXX";
  directory = mkdtemp(name.data());
  chmod(directory.c_str(), 0777);
}

TestDirectory::~TestDirectory() {
  int error;
  remove_tree(directory, error);
}

int Launched::exit_status() const { return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1; }

std::string Launched::field(const std::string &name) const {
  size_t begin = record.find("\"" + name + "\":");
  if (begin == std::string::npos)
    return "(none)";
  begin += name.size() + 3;
  bool text = record[begin] == '"';
  size_t end = text ? ++begin : begin;
  while (end < record.size() &&
         (text ? record[end] != '"' : record[end] != ',' && record[end] != '}'))
    end += record[end] == '\\' ? 2 : 1;
  return record.substr(begin, end - begin);
}

std::map<std::string, std::string> Launched::values() const {
  std::map<std::string, std::string> result;
  std::istringstream lines(transcript);
  for (std::string line; std::getline(lines, line);)
    if (size_t equals = line.find('='); equals != std::string::npos)
      result[line.substr(0, equals)] = line.substr(equals + 1);
  return result;
}

Launching::Launching(Caller caller) : caller(caller), mark("LAUNCH_TEST=" + path().string()) {
  fs::copy_file(WALI_LAUNCH, path() / "wali-launch");
  fs::copy_file(WALI_LAUNCH_PROBE, path() / "probe");
  for (const char *name : {"scratch", "out"}) {
    fs::create_directory(path() / name);
    chmod((path() / name).c_str(), 0777);
  }
}

void Launching::become_launcher(const std::vector<std::string> &words) {
  std::ofstream(path() / "in") << input;
  int fds[] = {open((path() / "in").c_str(), O_RDONLY),
               open((path() / "out/stdout").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666),
               open((path() / "out/stderr").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666)};
  for (int i = 0; i < 3; ++i)
    dup2(fds[i], i);
  std::vector<std::string> arguments = {
      path() / "wali-launch", "--scratch", scratch(), "--expose", path(), "--record",
      path() / "out/record",  "--env",     mark};
  for (const std::string &word : words)
    arguments.push_back(word == "{probe}" ? (path() / "probe").string() : word);
  std::vector<char *> argv;
  for (std::string &argument : arguments)
    argv.push_back(argument.data());
  argv.push_back(nullptr);
  take_place_of(caller);
  if (hostile)
    be_hostile();
  execv(argv[0], argv.data());
  _exit(127);
}

pid_t Launching::start(const std::vector<std::string> &words) {
  fs::remove(path() / "out/record");
  started = monotonic_seconds();
  pid_t pid = fork();
  if (pid == 0)
    become_launcher(words);
  return pid;
}

Launched Launching::finish(pid_t pid) {
  Launched result;
  waitpid(pid, &result.wait_status, 0);
  result.seconds = monotonic_seconds() - started;
  result.transcript = contents(path() / "out/stdout");
  result.message = contents(path() / "out/stderr");
  result.record = contents(path() / "out/record");
  return result;
}

Launched Launching::run(const std::vector<std::string> &words) { return finish(start(words)); }

bool Launching::wait_until_started() const {
  for (int i = 0; i < 2000; ++i) {
    for (const fs::directory_entry &entry : fs::directory_iterator(scratch()))
      if (fs::exists(entry.path() / "tmp/work/started"))
        return true;
    usleep(5000);
  }
  return false;
}

bool Launching::has_small_disk() const {
  return unshare(CLONE_NEWNS) == 0 &&
         mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         mount("disk", scratch().c_str(), "tmpfs", 0, "size=8m,mode=1777") == 0;
}

std::vector<pid_t> Launching::processes_left() const {
  std::vector<pid_t> result;
  for (const fs::directory_entry &entry : fs::directory_iterator("/proc"))
    if (int pid = std::atoi(entry.path().filename().c_str()); pid > 0)
      if (contents(entry.path() / "environ").find(mark) != std::string::npos)
        result.push_back(pid);
  return result;
}

std::vector<std::string> Launching::files_left() const {
  std::vector<std::string> result;
  for (const fs::directory_entry &entry : fs::directory_iterator(scratch()))
    result.push_back(entry.path());
  return result;
}

bool namespaces_work(Caller caller) {
  Launching launching(caller);
  return launching.run({"--isolation", "namespaces", "--", "{probe}", "exit", "0"}).exit_status() ==
         0;
}

} // namespace wali::launch
