#include "runners/host/containment/judgement.h"

#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cstdint>

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

} // namespace

bool reaches_process_memory(int fd) {
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
