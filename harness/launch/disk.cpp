// Keeps one program from filling the disk that all share.
#include "harness/launch/disk.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace wali::launch {

namespace fs = std::filesystem;

namespace {

constexpr uint64_t block = 512; // what st_blocks counts

// 0 where it is not known, and on a file system without a limit.
uint64_t free_bytes(const std::string &directory) {
  struct statvfs status;
  return statvfs(directory.c_str(), &status) == 0 ? status.f_bavail * status.f_frsize : 0;
}

// What is found while it changes: files may come and go meanwhile.
uint64_t bytes_below(const std::string &directory) {
  uint64_t sum = 0;
  std::error_code error;
  fs::recursive_directory_iterator entry(directory, fs::directory_options::skip_permission_denied,
                                         error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    struct stat status;
    if (lstat(entry->path().c_str(), &status) == 0)
      sum += static_cast<uint64_t>(status.st_blocks) * block;
  }
  return sum;
}

} // namespace

DiskWatch::DiskWatch(std::string directory, uint64_t limit)
    : directory(std::move(directory)),
      free_before(free_bytes(this->directory)),
      limit(std::min(limit, free_before / 2)) {}

uint64_t DiskWatch::excess() const {
  if (free_bytes(directory) + limit >= free_before)
    return 0;
  const uint64_t taken = bytes_below(directory);
  return taken > limit ? taken : 0;
}

} // namespace wali::launch
