// Keeps one program from filling the disk that all share.
#include "harness/launch/disk.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "harness/launch/processes.h"

namespace wali::launch {

namespace fs = std::filesystem;

namespace {

constexpr uint64_t block = 512; // what st_blocks counts

// 0 where it is not known, and on a file system without a limit.
uint64_t free_bytes(const std::string &directory) {
  struct statvfs status;
  return statvfs(directory.c_str(), &status) == 0 ? status.f_bavail * status.f_frsize : 0;
}

uint64_t bytes_of(const struct stat &status) {
  return static_cast<uint64_t>(status.st_blocks) * block;
}

// What is found while it changes: files may come and go meanwhile. Nothing where a path is too
// long, or there are more levels than we may have descriptors.
std::optional<uint64_t> bytes_below(const std::string &directory) {
  uint64_t sum = 0;
  std::error_code error;
  fs::recursive_directory_iterator entry(directory, fs::directory_options::skip_permission_denied,
                                         error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    struct stat status;
    if (lstat(entry->path().c_str(), &status) == 0)
      sum += bytes_of(status);
    else if (errno == ENAMETOOLONG)
      return std::nullopt;
  }
  const bool is_too_deep =
      error == std::errc::filename_too_long || error == std::errc::too_many_files_open;
  return is_too_deep ? std::nullopt : std::optional(sum);
}

// Files of the file system of `directory` that have no name any more, each once.
uint64_t bytes_of_removed(const std::string &directory, const std::vector<pid_t> &processes) {
  uint64_t sum = 0;
  std::set<ino_t> counted;
  struct stat place, status;
  if (stat(directory.c_str(), &place) != 0)
    return 0;
  for (pid_t process : processes) {
    std::error_code error;
    fs::directory_iterator entry("/proc/" + std::to_string(process) + "/fd", error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
      if (stat(entry->path().c_str(), &status) == 0 && status.st_dev == place.st_dev &&
          status.st_nlink == 0 && counted.insert(status.st_ino).second)
        sum += bytes_of(status);
  }
  return sum;
}

} // namespace

DiskWatch::DiskWatch(std::string directory, uint64_t limit)
    : directory(std::move(directory)),
      free_before(free_bytes(this->directory)),
      limit(std::min(limit, free_before / 2)) {}

uint64_t DiskWatch::excess() const {
  const uint64_t free_now = free_bytes(directory);
  if (free_now + limit >= free_before)
    return 0;
  const std::optional<uint64_t> below = bytes_below(directory);
  const uint64_t taken =
      below ? *below + bytes_of_removed(directory, descendants()) : free_before - free_now;
  return taken > limit ? taken : 0;
}

} // namespace wali::launch
