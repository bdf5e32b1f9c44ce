// Ending processes that may not want to end.
#include "harness/launch/processes.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "harness/launch/clock.h"
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

} // namespace

std::vector<pid_t> descendants() {
  std::multimap<pid_t, pid_t> children; // by parent
  if (DIR *proc = opendir("/proc")) {
    while (dirent *entry = readdir(proc))
      if (std::isdigit(static_cast<unsigned char>(entry->d_name[0])))
        children.emplace(parent_of(entry->d_name), std::atoi(entry->d_name));
    closedir(proc);
  }
  std::vector<pid_t> result, parents{getpid()};
  while (!parents.empty()) {
    auto [begin, end] = children.equal_range(parents.back());
    parents.pop_back();
    for (; begin != end; ++begin) {
      parents.push_back(begin->second);
      result.push_back(begin->second);
    }
  }
  std::ranges::sort(result);
  return result;
}

namespace {

// Sends it to the groups of the processes as well: nothing is born into a group that does not
// get what the group is sent. Only what has not left our own group yet is sent it alone.
void signal_all(const std::vector<pid_t> &processes, int signal) {
  for (pid_t process : processes) {
    const pid_t group = getpgid(process);
    if (group > 0 && group != getpgrp())
      kill(-group, signal);
    kill(process, signal);
  }
}

// Stops all processes below this one, until there is none that was not seen to be stopped, or
// the time has come. Returns them.
std::vector<pid_t> stop_descendants(double until) {
  std::vector<pid_t> stopped, now = descendants();
  while (now != stopped && monotonic_seconds() < until) {
    signal_all(now, SIGSTOP);
    stopped = std::exchange(now, descendants());
  }
  return now;
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

// What runs may fork as fast as we kill, so all are stopped before any is killed. What was
// missed comes to us as its parent ends, and is next.
Killed kill_descendants() {
  constexpr double patience = 8; // seconds, for what cannot be killed
  const double until = monotonic_seconds() + patience;
  Killed result;
  bool none_left;
  reap(WNOHANG, none_left);
  while (!none_left) {
    if (monotonic_seconds() >= until) {
      result.survivors = true;
      break;
    }
    signal_all(stop_descendants(until), SIGKILL);
    timespec pause{0, 1'000'000};
    nanosleep(&pause, nullptr);
    result.count += reap(WNOHANG, none_left);
  }
  return result;
}

} // namespace wali::launch
