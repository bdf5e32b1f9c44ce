#include "runners/host/containment/judgement.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cstdint>
#include <string_view>

#include "runners/host/containment/procfs.h"

namespace wali::host {
namespace {

bool is_memory_device(const struct stat &file) {
  if (!S_ISCHR(file.st_mode) || major(file.st_rdev) != 1)
    return false;
  unsigned device = minor(file.st_rdev);
  return device == 1 || device == 2 || device == 4; // mem, kmem, port
}

// Only a file whose offsets are addresses accepts one in the upper half of 64 bits (the
// kernel's mem_lseek). A file of /proc/sys gives -EINVAL, and a descriptor that was opened
// with O_PATH gives -EBADF.
bool offsets_are_addresses(int fd) {
  constexpr auto kernel_half = static_cast<off_t>(UINT64_C(0xffff800000000000));
  return lseek(fd, kernel_half, SEEK_SET) == kernel_half;
}

bool is_for_writing(int fd) {
  const int flags = fcntl(fd, F_GETFL);
  return (flags & O_ACCMODE) != O_RDONLY && (flags & O_PATH) == 0;
}

// Whether `fd`, a file of procfs, is a process's coredump_filter, which selects the memory
// that goes into a core dump (core(5)).
bool is_filter_of_dumps(int fd) {
  char place[most_of_a_name];
  const std::string_view name = name_of(fd, place);
  return name.empty() || name.ends_with("/coredump_filter");
}

// Judges a file of procfs by its mode, size and name. `mem` and some files of /proc/sys have
// mode 0600, and nobody can change the mode of a process's file. Of the files with mode
// 0400, only images of memory have a size.
bool is_dangerous_in_procfs(int fd, const struct stat &file) {
  switch (file.st_mode & 07777) {
  case 0600:
    return lies_in_procfs(fd) && offsets_are_addresses(fd);
  case 0400:
    return file.st_size > 0 && lies_in_procfs(fd);
  case 0644:
    return is_for_writing(fd) && lies_in_procfs(fd) && is_filter_of_dumps(fd);
  default:
    return false;
  }
}

} // namespace

bool reaches_process_memory(int fd) {
  struct stat file;
  if (fstat(fd, &file) != 0)
    return lies_in_procfs(fd);
  return S_ISREG(file.st_mode) ? is_dangerous_in_procfs(fd, file) : is_memory_device(file);
}

} // namespace wali::host
