// The calls on names, directories and metadata. Opening is watched: see
// containment.h.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <mutex>

#include "runners/host/containment.h"
#include "runners/host/gate.h"
#include "runners/host/generic.h"
#include "runners/host/kernel.h"
#include "runners/host/process.h"

namespace wali::host {
namespace {

using abi::Call;

void close_descriptor(int fd) { raw_syscall(SYS_close, fd); }

// Closes a descriptor that was opened for use, and refuses it, when it reaches
// process memory.
int64_t judged(int64_t fd) {
  if (fd < 0 || !reaches_process_memory(static_cast<int>(fd)))
    return fd;
  close_descriptor(static_cast<int>(fd));
  return -EACCES;
}

// Duplicates a descriptor to the first number beyond the limit on descriptors,
// which is raised meanwhile; -EMFILE where it may not be. A fork would hand the
// raised limit on, so it must wait.
int64_t duplicate_beyond_limit(Thread &thread, int fd) {
  static std::mutex lock;
  Busy busy(thread);
  std::lock_guard guard(lock);
  rlimit before;
  if (getrlimit(RLIMIT_NOFILE, &before) != 0)
    return -EMFILE;
  const rlimit raised{before.rlim_cur + 1, std::max(before.rlim_max, before.rlim_cur + 1)};
  if (setrlimit(RLIMIT_NOFILE, &raised) != 0)
    return -EMFILE;
  int64_t duplicate = raw_syscall(SYS_fcntl, fd, F_DUPFD_CLOEXEC, before.rlim_cur);
  setrlimit(RLIMIT_NOFILE, &before);
  return duplicate < 0 ? -EMFILE : duplicate;
}

// A handle is a descriptor opened with O_PATH: it stands for a file, fixed for
// good, but can be neither read nor written. -EMFILE where there is no room for
// it beside the file's own descriptor.
int64_t open_as_handle(Thread &thread, int dirfd, KernelPointer path, int flags) {
  constexpr int resolution_flags = O_NOFOLLOW | O_DIRECTORY;
  int64_t handle =
      thread.syscall(SYS_openat, dirfd, path, O_PATH | O_CLOEXEC | (flags & resolution_flags));
  if (handle < 0)
    return handle;
  // The file itself shall get the lowest free descriptor.
  constexpr int out_of_the_way = 512;
  int64_t moved = raw_syscall(SYS_fcntl, handle, F_DUPFD_CLOEXEC, out_of_the_way);
  if (moved < 0)
    moved = duplicate_beyond_limit(thread, static_cast<int>(handle));
  close_descriptor(static_cast<int>(handle));
  return moved;
}

// Whether a handle stands for a file whose opening waits for nobody.
bool opens_at_once(int handle) {
  struct stat file;
  return fstat(handle, &file) == 0 && (S_ISREG(file.st_mode) || S_ISDIR(file.st_mode));
}

// Opens for use the very file that a handle stands for, and closes the handle.
int64_t open_by_handle(Thread &thread, int handle, int flags, int64_t mode) {
  int64_t fd = -EACCES;
  if (!names_process_memory(handle)) {
    char path[40];
    snprintf(path, sizeof path, "/proc/self/fd/%d", handle);
    fd = judged(thread.syscall(SYS_openat, AT_FDCWD, static_cast<const char *>(path),
                               flags & ~O_NOFOLLOW, mode));
  }
  close_descriptor(handle);
  return fd;
}

// openat while no other guest thread runs, so that nobody uses the descriptor
// before it has been judged. Signals are held off, since a handler would run alone.
int64_t openat_while_others_wait(Thread &thread, int dirfd, KernelPointer path, int flags,
                                 int64_t mode) {
  const SignalSet all = Thread::kernel_mask(all_signals);
  SignalSet before;
  int64_t result = thread.syscall(SYS_rt_sigprocmask, SIG_SETMASK, &all, &before, sizeof all);
  if (result < 0)
    return result; // the thread is ending
  {
    StoppedWorld world(thread);
    // A FIFO would wait for its other end, which may be one of those that wait.
    struct stat status;
    int64_t seen = thread.syscall(SYS_newfstatat, dirfd, path, &status,
                                  (flags & O_NOFOLLOW) ? AT_SYMLINK_NOFOLLOW : 0);
    result = seen == 0 && S_ISFIFO(status.st_mode) && !(flags & O_NONBLOCK)
                 ? -EMFILE
                 : judged(thread.syscall(SYS_openat, dirfd, path, flags, mode));
  }
  set_signal_mask(before);
  return result;
}

// openat while other threads run, which may guess the descriptor and use it
// before it has been judged, and change what the path leads to. So the file is
// judged by a handle first, and then no path is followed again. A new file is
// never process memory: creating one fails where there is any. Where that does not
// do (a name that leads through a link to a file that is not there yet, no
// descriptor left for the handle, or O_NOFOLLOW, which the open file is to show
// and which a handle's link cannot be opened with) the other threads wait meanwhile.
int64_t openat_among_threads(Thread &thread, int dirfd, KernelPointer path, int flags,
                             int64_t mode) {
  int64_t handle = open_as_handle(thread, dirfd, path, flags);
  if (handle >= 0 && (flags & O_NOFOLLOW) && opens_at_once(static_cast<int>(handle))) {
    close_descriptor(static_cast<int>(handle));
    return openat_while_others_wait(thread, dirfd, path, flags, mode);
  }
  if (handle >= 0)
    return open_by_handle(thread, static_cast<int>(handle), flags, mode);
  if (handle == -EMFILE)
    return openat_while_others_wait(thread, dirfd, path, flags, mode);
  if (handle != -ENOENT || (flags & O_CREAT) == 0)
    return handle;
  int64_t fd = thread.syscall(SYS_openat, dirfd, path, flags | O_EXCL, mode);
  return fd == -EEXIST ? openat_while_others_wait(thread, dirfd, path, flags, mode) : fd;
}

// openat without the memory of processes (containment.h).
int64_t contained_openat(Thread &thread, int dirfd, KernelPointer path, int flags, int64_t mode) {
  // Neither handles nor files that are created here are anything's memory. With
  // O_DIRECTORY, O_CREAT opens nothing that exists: Linux refuses it, before 6.4 at
  // what is there.
  constexpr int only_new = O_CREAT | O_EXCL, no_directory = O_CREAT | O_DIRECTORY,
                unnamed = O_TMPFILE & ~O_DIRECTORY;
  if ((flags & (O_PATH | unnamed)) != 0 || (flags & only_new) == only_new ||
      (flags & no_directory) == no_directory)
    return thread.syscall(SYS_openat, dirfd, path, flags, mode);
  if (thread.process().is_multi_threaded() && access("/proc/self/fd", X_OK) == 0)
    return openat_among_threads(thread, dirfd, path, flags, mode);
  return judged(thread.syscall(SYS_openat, dirfd, path, flags, mode));
}

int64_t open(Thread &thread, const Arguments &arguments) {
  return contained_openat(thread, AT_FDCWD, thread.memory().for_kernel(arguments.address(0)),
                          arguments.i32(1), arguments[2]);
}

int64_t openat(Thread &thread, const Arguments &arguments) {
  return contained_openat(thread, arguments.i32(0),
                          thread.memory().for_kernel(arguments.address(1)), arguments.i32(2),
                          arguments[3]);
}

constexpr CallEntry entries[] = {
    {Call::open, open},
    {Call::stat, generic<Call::stat>},
    {Call::fstat, generic<Call::fstat>},
    {Call::lstat, generic<Call::lstat>},
    {Call::access, generic<Call::access>},
    {Call::getdents, generic<Call::getdents>},
    {Call::getcwd, generic<Call::getcwd>},
    {Call::chdir, generic<Call::chdir>},
    {Call::fchdir, generic<Call::fchdir>},
    {Call::rename, generic<Call::rename>},
    {Call::mkdir, generic<Call::mkdir>},
    {Call::rmdir, generic<Call::rmdir>},
    {Call::link, generic<Call::link>},
    {Call::unlink, generic<Call::unlink>},
    {Call::symlink, generic<Call::symlink>},
    {Call::readlink, generic<Call::readlink>},
    {Call::chmod, generic<Call::chmod>},
    {Call::fchmod, generic<Call::fchmod>},
    {Call::chown, generic<Call::chown>},
    {Call::fchown, generic<Call::fchown>},
    {Call::umask, generic<Call::umask>},
    {Call::utime, generic<Call::utime>},
    {Call::statfs, generic<Call::statfs>},
    {Call::fstatfs, generic<Call::fstatfs>},
    {Call::chroot, generic<Call::chroot>},
    {Call::getdents64, generic<Call::getdents64>},
    {Call::openat, openat},
    {Call::mkdirat, generic<Call::mkdirat>},
    {Call::fchownat, generic<Call::fchownat>},
    {Call::fstatat, generic<Call::fstatat>},
    {Call::newfstatat, generic<Call::newfstatat>},
    {Call::unlinkat, generic<Call::unlinkat>},
    {Call::linkat, generic<Call::linkat>},
    {Call::symlinkat, generic<Call::symlinkat>},
    {Call::readlinkat, generic<Call::readlinkat>},
    {Call::fchmodat, generic<Call::fchmodat>},
    {Call::faccessat, generic<Call::faccessat>},
    {Call::utimensat, generic<Call::utimensat>},
    {Call::renameat2, generic<Call::renameat2>},
    {Call::statx, generic<Call::statx>},
    {Call::faccessat2, generic<Call::faccessat2>},
};

} // namespace

CallTable path_calls() { return entries; }

} // namespace wali::host
