// Keeps one program from filling the disk that all share.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace wali::launch {

class DiskWatch {
public:
  // The files below `directory` may take `limit` bytes of their file system, and no more than
  // half of what is free there now.
  DiskWatch(std::string directory, uint64_t limit);

  // The bytes that the files take if these are too many, else 0. The files are only looked at
  // where the file system has lost as much: others may write to it too. What `processes` hold
  // open is counted although it was removed. Who hides files so deep that they cannot be counted
  // is taken to have all that was lost.
  uint64_t excess(const std::vector<pid_t> &processes) const;

private:
  std::string directory;
  uint64_t free_before; // bytes
  uint64_t limit;
};

} // namespace wali::launch
