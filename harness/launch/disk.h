// Keeps one program from filling the disk that all share.
#pragma once

#include <cstdint>
#include <string>

namespace wali::launch {

class DiskWatch {
public:
  // The files below `directory` may take `limit` bytes of their file system, and no more than
  // half of what is free there now.
  DiskWatch(std::string directory, uint64_t limit);

  // The bytes that the files take if these are too many, else 0. The files are only looked at
  // where the file system has lost as much: others may write to it too. Files that were removed
  // count if a process below this one has them open. If files lie too deep to be counted, all
  // that the file system has lost counts.
  uint64_t excess() const;

private:
  std::string directory;
  uint64_t free_before; // bytes
  uint64_t limit;
};

} // namespace wali::launch
