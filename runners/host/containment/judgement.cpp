#include "runners/host/containment/judgement.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

namespace wali::host {
namespace {

enum class Judgement { harmless, memory, perhaps_memory };

bool lies_in_procfs(int fd) {
  struct statfs file_system;
  return fstatfs(fd, &file_system) == 0 && file_system.f_type == PROC_SUPER_MAGIC;
}

bool is_memory_device(const struct stat &file) {
  if (!S_ISCHR(file.st_mode) || major(file.st_rdev) != 1)
    return false;
  unsigned device = minor(file.st_rdev);
  return device == 1 || device == 2 || device == 4; // mem, kmem, port
}

// What mode, size and file system say. In procfs, mode 0600 belongs to `mem` and
// to some files of /proc/sys; the mode of a process's file cannot be changed.
// Of files for root's eyes (0400) only images of memory have a size.
Judgement judge(int fd) {
  struct stat file;
  if (fstat(fd, &file) != 0)
    return lies_in_procfs(fd) ? Judgement::memory : Judgement::harmless;
  if (is_memory_device(file))
    return Judgement::memory;
  if (!S_ISREG(file.st_mode))
    return Judgement::harmless;
  mode_t permissions = file.st_mode & 07777;
  bool is_image = permissions == 0400 && file.st_size > 0;
  if ((permissions != 0600 && !is_image) || !lies_in_procfs(fd))
    return Judgement::harmless;
  return is_image ? Judgement::memory : Judgement::perhaps_memory;
}

// Only files whose offsets are addresses accept one in the upper half of 64 bits
// (the kernel's mem_lseek); a file of /proc/sys answers -EINVAL, a descriptor
// opened with O_PATH -EBADF.
bool offsets_are_addresses(int fd) {
  constexpr auto kernel_half = static_cast<off_t>(UINT64_C(0xffff800000000000));
  return lseek(fd, kernel_half, SEEK_SET) == kernel_half;
}

// The name of an open file; empty where no procfs tells it. The calling thread's
// table is looked at, which may be its own.
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

// Whether `fd` can write to coredump_filter of a process, which says what of its
// memory a core dump holds (core(5)).
bool changes_dumps(int fd) {
  struct stat file;
  const int flags = fcntl(fd, F_GETFL);
  if ((flags & O_ACCMODE) == O_RDONLY || (flags & O_PATH) || fstat(fd, &file) != 0 ||
      !S_ISREG(file.st_mode) || (file.st_mode & 07777) != 0644 || !lies_in_procfs(fd))
    return false;
  char place[4096];
  const std::string_view name = name_of(fd, place);
  return name.empty() || name.ends_with("/coredump_filter");
}

} // namespace

bool reaches_process_memory(int fd) {
  if (changes_dumps(fd))
    return true;
  switch (judge(fd)) {
  case Judgement::harmless:
    return false;
  case Judgement::memory:
    return true;
  case Judgement::perhaps_memory:
    return offsets_are_addresses(fd);
  }
  return true;
}

} // namespace wali::host
