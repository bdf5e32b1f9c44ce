// Mappings of files, what calls may do with memory, and how much of it is locked.
#pragma once

#include "wali/test.h"

namespace wali::memory {

// `length` bytes of a file, from `offset` on.
inline uint8_t *view(int fd, size_t length, int flags, int prot = PROT_READ | PROT_WRITE, int64_t offset = 0) {
  return setup::require_address("mmap", sys::mmap(nullptr, length, prot, flags, fd, offset), length);
}

// What write makes of the last byte of each page: 1, or -EFAULT where it may not be read.
// The bytes go to the beginning of `probe`, a file.
inline Line writes_from(int probe, const uint8_t *bytes, size_t pages) {
  Line line;
  for (size_t page = 0; page < pages; ++page)
    line << (page ? " " : "") << Errno{sys::pwrite64(probe, bytes + page * 4096 + 4095, 1, 0).value};
  return line;
}

// What read makes of it: 1, or -EFAULT where it may not be written. The byte is the first
// of `probe`.
inline Line reads_into(int probe, uint8_t *bytes, size_t pages) {
  Line line;
  for (size_t page = 0; page < pages; ++page)
    line << (page ? " " : "") << Errno{sys::pread64(probe, bytes + page * 4096 + 4095, 1, 0).value};
  return line;
}

// How much memory of this process is locked, in KiB: the line `VmLck:` of /proc/self/status.
inline int64_t locked_kib() {
  constexpr Text name = "VmLck:";
  const Text status = setup::read_file("/proc/self/status");
  size_t at = 0;
  while (at + name.size < status.size && !(status.part(at, name.size) == name))
    ++at;
  int64_t kib = 0;
  for (at += name.size; at < status.size && status.data[at] != '\n'; ++at)
    if (status.data[at] >= '0' && status.data[at] <= '9')
      kib = kib * 10 + status.data[at] - '0';
  return kib;
}

// Private memory that is locked.
inline uint8_t *map_locked(size_t length, int kind = MAP_PRIVATE) {
  return view(-1, length, kind | MAP_ANONYMOUS | MAP_LOCKED);
}

} // namespace wali::memory
