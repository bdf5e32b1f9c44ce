// For tests: a program that tells what it sees, or misbehaves. Usage: launch-probe
// WHAT [VALUE], see `actions`.
#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

extern char **environ;

namespace {

// The names in a directory, sorted and joined by commas.
std::string names_in(const char *path) {
  std::vector<std::string> names;
  if (DIR *directory = opendir(path)) {
    while (dirent *entry = readdir(directory))
      if (std::string name = entry->d_name; name != "." && name != "..")
        names.push_back(name);
    closedir(directory);
  }
  std::sort(names.begin(), names.end());
  std::string text;
  for (const std::string &name : names)
    text += (text.empty() ? "" : ",") + name;
  return text;
}

std::string process_numbers() {
  std::string text;
  std::string names = names_in("/proc");
  for (size_t begin = 0; begin < names.size();) {
    size_t end = std::min(names.find(',', begin), names.size());
    std::string name = names.substr(begin, end - begin);
    if (std::isdigit(static_cast<unsigned char>(name[0])))
      text += (text.empty() ? "" : ",") + name;
    begin = end + 1;
  }
  return text;
}

// The line NAME: of /proc/self/status.
std::string status(const std::string &name) {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(name + ":")) {
      size_t value = line.find_first_not_of(" \t", name.size() + 1);
      return value == std::string::npos ? "" : line.substr(value);
    }
  return "?";
}

// The numbers of the open descriptors.
std::string descriptors() {
  std::string text;
  for (int fd = 0; fd < 1024; ++fd)
    if (fcntl(fd, F_GETFD) >= 0) {
      text += text.empty() ? "" : ",";
      text += std::to_string(fd);
    }
  return text;
}

// A round trip over TCP on 127.0.0.1.
bool loopback_works() {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM, 0), client = socket(AF_INET, SOCK_STREAM, 0);
  char byte = 0;
  return bind(listener, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
         listen(listener, 1) == 0 &&
         getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) == 0 &&
         connect(client, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
         write(client, "x", 1) == 1 && read(accept(listener, nullptr, nullptr), &byte, 1) == 1 &&
         byte == 'x';
}

std::string limit(__rlimit_resource resource) {
  rlimit value;
  getrlimit(resource, &value);
  auto text = [](rlim_t n) {
    return n == RLIM_INFINITY ? std::string("unlimited") : std::to_string(n);
  };
  return text(value.rlim_cur) + "/" + text(value.rlim_max);
}

void say(const char *name, const std::string &value) {
  std::printf("%s=%s\n", name, value.c_str());
}

void state(const char *) {
  say("descriptors", descriptors());
  unsigned ids[3];
  syscall(SYS_getresuid, &ids[0], &ids[1], &ids[2]);
  say("uids", std::to_string(ids[0]) + "," + std::to_string(ids[1]) + "," + std::to_string(ids[2]));
  syscall(SYS_getresgid, &ids[0], &ids[1], &ids[2]);
  say("gids", std::to_string(ids[0]) + "," + std::to_string(ids[1]) + "," + std::to_string(ids[2]));
  say("groups", std::to_string(getgroups(0, nullptr)));
  for (const char *name : {"CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb", "NoNewPrivs", "SigBlk",
                           "SigIgn", "SigCgt"})
    say(name, status(name));
  char text[4096];
  say("cwd", getcwd(text, sizeof text));
  say("cwd entries", names_in("."));
  say("/tmp entries", names_in("/tmp"));
  struct stat here;
  stat(".", &here);
  say("cwd owner", std::to_string(here.st_uid) + "," + std::to_string(here.st_gid));
  say("umask", std::to_string(umask(0)));
  say("session leader", getsid(0) == getpid() && getpgrp() == getpid() ? "1" : "0");
  say("terminal", open("/dev/tty", O_RDONLY) < 0 ? "none" : "some");
  say("pid", std::to_string(getpid()));
  say("ppid", std::to_string(getppid()));
  say("processes", process_numbers());
  say("keeper's descriptors", names_in("/proc/1/fd"));
  gethostname(text, sizeof text);
  say("host", text);
  say("loopback", loopback_works() ? "works" : "broken");
  int death_signal = -1;
  prctl(PR_GET_PDEATHSIG, &death_signal);
  say("death signal", std::to_string(death_signal));
  say("core", limit(RLIMIT_CORE));
  say("nofile", limit(RLIMIT_NOFILE));
  say("stack", limit(RLIMIT_STACK));
  say("data", limit(RLIMIT_DATA));
  for (char **variable = environ; *variable; ++variable)
    std::printf("env %s\n", *variable);
}

void started() { close(open("started", O_WRONLY | O_CREAT, 0600)); }

[[noreturn]] void sleep_for_ever() {
  started();
  for (;;)
    pause();
}

void print_and_exit(const char *value) {
  std::printf("line\n");
  std::fflush(stdout);
  _exit(std::atoi(value));
}

void print_and_die(const char *value) {
  std::printf("line\n");
  std::fflush(stdout);
  syscall(SYS_kill, getpid(), std::atoi(value));
}

void ignore_signals(const char *) {
  for (int signal = 1; signal < 65; ++signal)
    ::signal(signal, SIG_IGN);
  sleep_for_ever();
}

// Daemons that hold standard output open and ignore signals; VALUE of them.
void daemons(const char *value) {
  for (int i = std::atoi(value); i > 0; --i) {
    int ready[2];
    char byte;
    if (pipe(ready) != 0)
      _exit(1);
    const pid_t between = fork();
    if (between == 0) {
      setsid();
      if (fork() != 0)
        _exit(0);
      for (int signal = 1; signal < 65; ++signal)
        ::signal(signal, SIG_IGN);
      if (write(ready[1], "x", 1) == 1)
        for (;;)
          pause();
    }
    if (read(ready[0], &byte, 1) != 1 || waitpid(between, nullptr, 0) != between)
      _exit(1);
    close(ready[0]);
    close(ready[1]);
  }
  print_and_exit("0");
}

// Takes 0.1 s of processor time.
void compute() {
  rusage usage;
  do
    getrusage(RUSAGE_SELF, &usage);
  while (usage.ru_utime.tv_sec == 0 && usage.ru_stime.tv_sec == 0 &&
         usage.ru_utime.tv_usec + usage.ru_stime.tv_usec < 100'000);
}

// Computes, and so do a child that is waited for, and one that then stays.
void busy(const char *) {
  int ready[2];
  char byte;
  if (pipe(ready) != 0)
    _exit(1);
  compute();
  pid_t child = fork();
  if (child == 0) {
    compute();
    _exit(0);
  }
  if (waitpid(child, nullptr, 0) != child)
    _exit(1);
  if (fork() == 0) {
    compute();
    if (write(ready[1], "x", 1) == 1)
      sleep_for_ever();
    _exit(1);
  }
  if (read(ready[0], &byte, 1) != 1)
    _exit(1);
}

void flood(int fd) {
  std::string line(4096, 'x');
  while (write(fd, line.data(), line.size()) > 0)
    ;
}
void flood_output(const char *) { flood(1); }
void flood_errors(const char *) { flood(2); }

void garbage(const char *) {
  const char bytes[] = "a\0b\xff\xfe\xc3(\n\xed\xa0\x80";
  if (write(1, bytes, sizeof bytes - 1) < 0 || write(2, bytes, sizeof bytes - 1) < 0)
    _exit(1);
}

// Processes that give birth faster than one kills: each starts the next and ends.
void relay(const char *) {
  if (fork() == 0) {
    setsid();
    for (int i = 0; i < 100000; ++i)
      if (fork() != 0)
        _exit(0);
  }
  print_and_exit("0");
}

// Processes that start others for ever, up to 100 of the user's, which root has no limit of. With
// VALUE `sessions` each has a session of its own.
void fork_for_ever(const char *value) {
  constexpr rlimit few{100, 100};
  if (geteuid() == 0 || setrlimit(RLIMIT_NPROC, &few) != 0)
    _exit(1);
  const bool sessions = std::strcmp(value, "sessions") == 0;
  for (;;)
    if (fork() == 0 && sessions)
      setsid();
}

// A directory that is awkward to remove.
void litter(const char *) {
  mkdir("deep", 0700);
  if (chdir("deep") != 0)
    _exit(1);
  for (int i = 0; i < 350; ++i)
    if (mkdir("another-level", 0700) != 0 || chdir("another-level") != 0)
      _exit(1);
  if (chdir("/tmp") != 0)
    _exit(1);
  close(open("no-mode", O_WRONLY | O_CREAT, 0));
  mkdir("no-way", 0700);
  close(open("no-way/in", O_WRONLY | O_CREAT, 0600));
  chmod("no-way", 0);
  chmod("work", 0);
}

void stop(const char *) {
  started();
  raise(SIGSTOP);
}

void kill_parent(const char *value) {
  kill(getppid(), std::atoi(value));
  usleep(200'000);
  print_and_exit("0");
}

// All descriptors, the standard ones too; then VALUE: `exit` or `sleep`.
void close_all(const char *value) {
  for (int fd = 0; fd < 4096; ++fd)
    close(fd);
  if (std::strcmp(value, "sleep") == 0)
    sleep_for_ever();
  _exit(0);
}

// Takes every terminal that it has for its own, and changes the mode of each.
void change_terminals(const char *) {
  int changed = 0;
  const auto change = [&](int fd) {
    termios mode;
    if (fd < 0 || tcgetattr(fd, &mode) != 0)
      return;
    mode.c_lflag ^= ECHO | ICANON | ISIG;
    changed += tcsetattr(fd, TCSANOW, &mode) == 0;
  };
  for (int fd : {0, 1, 2, open("/dev/tty", O_RDWR)}) {
    ioctl(fd, TIOCSCTTY, 0);
    change(fd);
  }
  if (std::strcmp(names_in("/dev/pts").c_str(), "ptmx") == 0) // else they are the machine's
    change(open("/dev/pts/0", O_RDWR | O_NOCTTY));
  std::printf("changed: %d\n", changed);
}

// Its own directory and all beside it, and the whole scratch directory where it sees that.
void remove_scratch(const char *) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path tmp = std::getenv("TMPDIR"), scratch = tmp.parent_path();
  const bool sees_scratch = scratch.filename().string().starts_with("wali-");
  for (const fs::directory_entry &entry : fs::directory_iterator(tmp))
    fs::remove_all(entry.path(), ignored);
  if (sees_scratch)
    fs::remove_all(scratch, ignored);
  print_and_exit("0");
}

// Ends its process group, or with VALUE `all` everything that it may.
void kill_many(const char *value) {
  std::printf("line\n");
  std::fflush(stdout);
  const bool all = std::strcmp(value, "all") == 0;
  kill(all ? -1 : 0, SIGKILL);
  _exit(all ? 0 : 1);
}

// Takes 1 GiB of memory in pieces, and prints how much it got before an error.
void hold_memory(const char *) {
  constexpr size_t piece = 64 << 20;
  size_t held = 0;
  for (; held < 1 << 30; held += piece) {
    void *memory = mmap(nullptr, piece, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
      break;
    std::memset(memory, 1, piece);
  }
  std::printf("%s\n", held == 1 << 30 ? "all" : strerrorname_np(errno));
}

// Opens ten thousand descriptors, or as many as it may.
void open_many(const char *) {
  rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  int opened = 0;
  while (opened < 10'000 && dup(0) >= 0)
    ++opened;
  std::printf("%d %s\n", opened, opened < 10'000 ? strerrorname_np(errno) : "");
}

// A stopped child that outlives it.
void leave_stopped_child(const char *) {
  const pid_t child = fork();
  if (child == 0) {
    raise(SIGSTOP);
    sleep_for_ever();
  }
  int status;
  waitpid(child, &status, WUNTRACED);
  print_and_exit(WIFSTOPPED(status) ? "0" : "1");
}

// What it should print, but VALUE seconds late.
void be_late(const char *value) {
  sleep(static_cast<unsigned>(std::atoi(value)));
  print_and_exit("0");
}

// Goes into so many directories, one in the other, that no path leads there.
void go_deep() {
  constexpr int levels = 1500;
  for (int i = 0; i < levels; ++i)
    if (mkdir("level", 0700) != 0 || chdir("level") != 0)
      _exit(1);
}

// A file grows until an error, and stays. VALUE: where it is `deep`, or that it is `removed`.
void hold_disk(const char *value) {
  const std::vector<char> page(65536, 'x');
  if (std::strcmp(value, "deep") == 0)
    go_deep();
  const int fd = open("file", O_WRONLY | O_CREAT, 0600);
  if (std::strcmp(value, "removed") == 0)
    unlink("file");
  while (write(fd, page.data(), page.size()) > 0)
    ;
  sleep_for_ever();
}

void copy_input(const char *) {
  char buffer[256];
  for (ssize_t size; (size = read(0, buffer, sizeof buffer)) > 0;)
    if (write(1, buffer, static_cast<size_t>(size)) != size)
      _exit(1);
}

// Gives standard input the mode that the device has anyway, and prints errno.
void change_input(const char *) {
  errno = 0;
  fchmod(0, 0666);
  std::printf("%s\n", strerrorname_np(errno));
}

// Fills the file at VALUE until an error, and prints its size and errno; or errno of
// the opening.
void fill(const char *value) {
  const std::vector<char> page(4096, 'x');
  ssize_t size = 0;
  errno = 0;
  int fd = open(value, O_WRONLY | O_CREAT, 0600);
  for (ssize_t written; fd >= 0 && (written = write(fd, page.data(), page.size())) > 0;)
    size += written;
  std::printf("%zd %s\n", size, strerrorname_np(errno));
}

void tell(const char *what, long result) {
  std::printf("%s: %s\n", what, result < 0 ? strerrorname_np(errno) : "done");
}

// What gives power over the machine, tried one after the other: each with errno.
void attack(const char *) {
  tell("mount", mount("none", "/tmp/work", "tmpfs", 0, nullptr));
  tell("bind", mount("/usr", "/tmp/work", nullptr, MS_BIND, nullptr));
  tell("remount", mount(nullptr, "/usr", nullptr, MS_REMOUNT | MS_BIND, nullptr));
  tell("umount /proc", umount2("/proc", MNT_DETACH));
  tell("umount /tmp", umount2("/tmp", MNT_DETACH));
  tell("block device", mknod("block", S_IFBLK | 0666, makedev(254, 0)));
  tell("character device", mknod("memory", S_IFCHR | 0666, makedev(1, 1)));
  tell("/wali/devices/block", open("/wali/devices/block", O_RDWR));
  tell("new file in /usr", open("/usr/new", O_WRONLY | O_CREAT, 0600));
  tell("/etc/passwd", open("/etc/passwd", O_WRONLY));
  tell("/dev/mem", open("/dev/mem", O_RDONLY));
  tell("core_pattern", open("/proc/sys/kernel/core_pattern", O_WRONLY));
  tell("memory of the keeper", open("/proc/1/mem", O_RDWR));
  tell("tracing the keeper", ptrace(PTRACE_ATTACH, 1, nullptr, nullptr));
  tell("root of the keeper", open("/proc/1/root/etc/passwd", O_RDONLY));
  char name[256];
  tell("directory of the keeper", readlink("/proc/1/cwd", name, sizeof name));
}

struct Action {
  const char *name;
  void (*run)(const char *value);
};
const Action actions[] = {
    {"state", state},
    {"exit", print_and_exit},
    {"die", print_and_die},
    {"sleep", [](const char *) { sleep_for_ever(); }},
    {"ignore-signals", ignore_signals},
    {"daemons", daemons},
    {"busy", busy},
    {"flood", flood_output},
    {"flood-stderr", flood_errors},
    {"garbage", garbage},
    {"relay", relay},
    {"fork-for-ever", fork_for_ever},
    {"litter", litter},
    {"stop", stop},
    {"kill-parent", kill_parent},
    {"close-all", close_all},
    {"change-terminals", change_terminals},
    {"remove-scratch", remove_scratch},
    {"kill-many", kill_many},
    {"hold-memory", hold_memory},
    {"open-many", open_many},
    {"stopped-child", leave_stopped_child},
    {"late", be_late},
    {"hold-disk", hold_disk},
    {"cat", copy_input},
    {"change-input", change_input},
    {"fill", fill},
    {"attack", attack},
};

} // namespace

int main(int argc, char **argv) {
  for (const Action &action : actions)
    if (argc > 1 && std::strcmp(argv[1], action.name) == 0) {
      action.run(argc > 2 ? argv[2] : "");
      return 0;
    }
  return 125;
}
