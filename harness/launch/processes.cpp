// Ending processes that may not want to end.
#include "harness/launch/processes.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "harness/launch/descriptor.h"

namespace wali::launch {

namespace {

// The parent of process `pid`, from /proc/PID/stat: "PID (NAME) STATE PARENT …",
// where NAME may hold anything, so the last parenthesis counts. 0: it is gone.
pid_t parent_of(const char *pid) {
  char text[512];
  std::string path = std::string("/proc/") + pid + "/stat";
  Descriptor fd(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  ssize_t size = fd ? read(fd.get(), text, sizeof text) : 0;
  std::string stat(text, size > 0 ? static_cast<size_t>(size) : 0);
  size_t name_end = stat.rfind(") ");
  return name_end == std::string::npos || name_end + 4 >= stat.size()
             ? 0
             : std::atoi(stat.c_str() + name_end + 4);
}

// The children of this process, zombies too.
std::vector<pid_t> children() {
  std::vector<pid_t> result;
  DIR *proc = opendir("/proc");
  if (!proc)
    return result;
  while (dirent *entry = readdir(proc))
    if (std::isdigit(static_cast<unsigned char>(entry->d_name[0])) &&
        parent_of(entry->d_name) == getpid())
      result.push_back(std::atoi(entry->d_name));
  closedir(proc);
  return result;
}

// Reaps what has ended. Returns how many of them a SIGKILL ended; `none_left`
// tells whether this process has no children any more.
unsigned reap(int flags, bool &none_left) {
  unsigned killed = 0;
  int status;
  pid_t pid;
  while ((pid = waitpid(-1, &status, flags)) > 0)
    killed += WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  none_left = pid < 0;
  return killed;
}

} // namespace

Killed kill_all_in_namespace() {
  Killed result;
  bool none_left;
  reap(WNOHANG, none_left);
  if (none_left)
    return result;
  kill(-1, SIGKILL);
  result.count = reap(0, none_left);
  return result;
}

// A child that is killed leaves its own children to us: so again until none are
// left. It converges although a program may fork meanwhile, since every round
// kills all that the last one laid bare; the bound is for what cannot be killed.
Killed kill_descendants() {
  constexpr int rounds = 2000;
  Killed result;
  bool none_left;
  reap(WNOHANG, none_left);
  for (int round = 0; !none_left; ++round) {
    if (round == rounds) {
      result.survivors = true;
      break;
    }
    for (pid_t child : children())
      kill(child, SIGKILL);
    if (round > 0) {
      timespec pause{0, 1'000'000};
      nanosleep(&pause, nullptr);
    }
    result.count += reap(WNOHANG, none_left);
  }
  return result;
}

} // namespace wali::launch
