#include "runners/host/containment/procfs.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "runners/host/running/raw_syscall.h"

namespace wali::host {

bool lies_in_procfs(int fd) {
  struct statfs file_system;
  return fstatfs(fd, &file_system) == 0 && file_system.f_type == PROC_SUPER_MAGIC;
}

std::string_view name_of(int fd, std::span<char> place) {
  const int table = open("/proc/thread-self/fd", O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (table < 0)
    return {};
  char number[16];
  snprintf(number, sizeof number, "%d", fd);
  const ssize_t length =
      lies_in_procfs(table) ? readlinkat(table, number, place.data(), place.size()) : 0;
  close(table);
  return {place.data(), static_cast<size_t>(std::max<ssize_t>(length, 0))};
}

std::string_view name_for_thread(int other, int fd, std::span<char> place) {
  if (!lies_in_procfs(fd))
    return {};
  char found[most_of_a_name], own[64];
  const std::string_view name = name_of(fd, found);
  snprintf(own, sizeof own, "/%d/task/%d", static_cast<int>(getpid()),
           static_cast<int>(raw_syscall(SYS_gettid)));
  const size_t begin = name.find(own);
  if (begin == name.npos)
    return {};
  const std::string_view before = name.substr(0, begin), after = name.substr(begin + strlen(own));
  if (!after.empty() && after.front() != '/')
    return {};
  const int length =
      snprintf(place.data(), place.size(), "%.*s/%d/task/%d%.*s", static_cast<int>(before.size()),
               before.data(), static_cast<int>(getpid()), other, static_cast<int>(after.size()),
               after.data());
  return static_cast<size_t>(length) < place.size()
             ? std::string_view{place.data(), static_cast<size_t>(length)}
             : std::string_view{};
}

} // namespace wali::host
