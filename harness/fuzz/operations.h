// The operations of sequence.cpp.
#pragma once

#include "harness/fuzz/operands.h"

namespace wali::fuzz {

// --- Signals that handlers have seen -----------------------------------------

inline int seen[64];
inline int seen_count = 0;

inline void note(int signo) {
  if (seen_count < 64)
    seen[seen_count++] = signo;
}
inline void note_info(int signo, siginfo *info, void *) { note(info->si_signo == signo ? signo : -1); }

inline void report_handlers() {
  Line line;
  for (int i = 0; i < seen_count; ++i)
    line << (i ? " " : "") << Signal{seen[i]};
  if (seen_count > 0)
    report("  handlers", line);
  seen_count = 0;
}

// --- Files -------------------------------------------------------------------

inline void openat(Operands &o) {
  const int directory = o.directory();
  const char *path = o.path();
  const int accesses[] = {O_RDWR, O_RDWR, O_RDONLY, O_WRONLY, O_RDONLY | O_DIRECTORY, O_RDONLY | O_NOFOLLOW, 3, O_PATH};
  const int more[] = {O_CREAT,          0, O_CREAT | O_EXCL, O_TRUNC, O_APPEND, O_CREAT | O_APPEND, O_CLOEXEC,
                      O_CREAT | O_TRUNC};
  const int flags = o.pick(accesses) | o.pick(more) | O_NONBLOCK;
  const uint32_t modes[] = {0600, 0644, 0400, 0, 0777};
  const uint32_t mode = o.pick(modes);
  say("openat", sys::openat(directory, path, flags, mode), directory, Path{path},
      Flags{sets::open_flags, static_cast<uint64_t>(flags)}, Octal{mode});
}
inline void close(Operands &o) {
  const int fd = o.fd();
  say("close", sys::close(fd), fd);
}
inline void read(Operands &o) {
  const int fd = o.fd();
  const Buffer buffer = o.buffer();
  const Result result = sys::read(fd, buffer.address, buffer.size);
  say("read", result, fd, buffer);
  report_bytes(buffer, result);
}
inline void write(Operands &o) {
  const int fd = o.fd();
  const Buffer buffer = o.buffer();
  say("write", sys::write(fd, buffer.address, buffer.size), fd, buffer);
}
inline void pread64(Operands &o) {
  const int fd = o.file();
  const Buffer buffer = o.buffer();
  const int64_t offset = o.offset();
  const Result result = sys::pread64(fd, buffer.address, buffer.size, offset);
  say("pread64", result, fd, buffer, offset);
  report_bytes(buffer, result);
}
inline void pwrite64(Operands &o) {
  const int fd = o.file();
  const Buffer buffer = o.buffer();
  const int64_t offset = o.offset() % 1'000'000;
  say("pwrite64", sys::pwrite64(fd, buffer.address, buffer.size, offset), fd, buffer, offset);
}
inline void lseek(Operands &o) {
  const int fd = o.file();
  const int64_t offset = o.offset();
  const int whence = static_cast<int>(o.byte() % 6);
  say("lseek", sys::lseek(fd, offset, whence), fd, offset, whence);
}
// Two or three buffers, or a count that Linux refuses.
template <class Transfer> void transfer_vectors(Operands &o, const char *name, Transfer transfer) {
  const int fd = o.fd();
  iovec vectors[3] = {};
  const Buffer first = o.buffer(), second = o.buffer();
  vectors[0].iov_base = first.address;
  vectors[0].iov_len = first.size;
  vectors[1].iov_base = second.address;
  vectors[1].iov_len = second.size;
  const int counts[] = {2, 1, 3, 0, -1, 1025};
  const int count = o.pick(counts);
  const iovec *array = o.byte() % 16 == 15 ? static_cast<const iovec *>(bad()) : vectors;
  const Result result = transfer(fd, array, count);
  say(name, result, fd, first, second, count, array == vectors ? "array" : "bad");
  if (first.address == scratch && result.ok() && result.value > 0)
    report("  bytes", Hex{digest(scratch, 1000)});
}
inline void readv(Operands &o) {
  transfer_vectors(o, "readv", [](int fd, const iovec *array, int count) { return sys::readv(fd, array, count); });
}
inline void writev(Operands &o) {
  transfer_vectors(o, "writev", [](int fd, const iovec *array, int count) { return sys::writev(fd, array, count); });
}
inline void dup(Operands &o) {
  const int fd = o.fd();
  say("dup", sys::dup(fd), fd);
}
inline void dup3(Operands &o) {
  const int fd = o.fd(), to = o.fd();
  const int choices[] = {0, O_CLOEXEC, O_NONBLOCK};
  const int flags = o.pick(choices);
  if (o.byte() % 2)
    say("dup2", sys::dup2(fd, to), fd, to);
  else
    say("dup3", sys::dup3(fd, to, flags), fd, to, flags);
}
inline void fcntl(Operands &o) {
  const int fd = o.fd();
  const int commands[] = {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD,     F_SETFD,  F_GETFL,
                          F_SETFL, F_GETPIPE_SZ,    F_GET_SEALS, F_GETSIG, 999};
  const int command = o.pick(commands);
  const uint64_t values[] = {0, 1, 5, 2000, ~uint64_t{0}};
  const uint64_t value = command == F_SETFL ? O_NONBLOCK | (o.byte() % 2 ? O_APPEND : 0) : o.pick(values);
  say("fcntl", sys::fcntl(fd, command, value), fd, Choice{sets::fcntl_command, command}, value);
}
inline void lock(Operands &o) {
  const int fd = o.file();
  flock range = {};
  range.l_type = static_cast<int16_t>(o.byte() % 4);
  range.l_whence = static_cast<int16_t>(o.byte() % 4);
  range.l_start = o.offset();
  range.l_len = o.offset();
  const int commands[] = {F_SETLK, F_GETLK, F_OFD_SETLK, F_OFD_GETLK};
  const int command = o.pick(commands);
  const bool is_bad = o.byte() % 16 == 15;
  void *argument = is_bad ? bad() : &range;
  const Result result = sys::fcntl(fd, command, static_cast<uint64_t>(reinterpret_cast<uintptr_t>(argument)));
  say("fcntl", result, fd, Choice{sets::fcntl_command, command}, int{range.l_whence}, is_bad ? "bad" : "lock");
  if (result.ok() && command == F_GETLK)
    report("  type", int{range.l_type});
}
inline void ftruncate(Operands &o) {
  const int fd = o.file();
  const int64_t size = o.offset();
  say("ftruncate", sys::ftruncate(fd, size < 1'000'000 ? size : 1'000'000), fd, size);
}
inline void pipe2(Operands &o) {
  int ends[2] = {-1, -1};
  const int choices[] = {O_NONBLOCK, O_NONBLOCK | O_CLOEXEC, O_NONBLOCK | O_DIRECT, O_NONBLOCK | 0x40};
  const int flags = o.pick(choices);
  const bool is_bad = o.byte() % 16 == 15;
  say("pipe2", sys::pipe2(is_bad ? static_cast<int *>(bad()) : ends, flags), flags, is_bad ? "bad" : "ends");
  report("  ends", label(ends[0], " ", ends[1]));
}
inline void ioctl(Operands &o) {
  const int fd = o.fd();
  const int requests[] = {FIONREAD, FIOCLEX, FIONCLEX, TIOCGWINSZ, 0x12345};
  const int request = o.pick(requests);
  int value = -1;
  const bool is_bad = o.byte() % 16 == 15;
  say("ioctl", sys::ioctl(fd, request, is_bad ? bad() : &value), fd, Choice{sets::ioctl_request, request}, value);
}
inline void flock_whole(Operands &o) {
  const int fd = o.file();
  const int operation = static_cast<int>(o.byte() % 12) | LOCK_NB;
  say("flock", sys::flock(fd, operation), fd, operation);
}
inline void fsync(Operands &o) {
  const int fd = o.file();
  say("fsync", sys::fsync(fd), fd);
}

// --- Paths -------------------------------------------------------------------

inline void mkdirat(Operands &o) {
  const int directory = o.directory();
  const char *path = o.path();
  say("mkdirat", sys::mkdirat(directory, path, 0700), directory, Path{path});
}
inline void unlinkat(Operands &o) {
  const int directory = o.directory();
  const char *path = o.path();
  const int choices[] = {0, AT_REMOVEDIR, 1};
  const int flags = o.pick(choices);
  say("unlinkat", sys::unlinkat(directory, path, flags), directory, Path{path}, flags);
}
inline void renameat2(Operands &o) {
  const int from = o.directory(), to = o.directory();
  const char *old_path = o.path(), *new_path = o.path();
  const uint32_t flags = o.byte() % 5;
  say("renameat2", sys::renameat2(from, old_path, to, new_path, flags), from, Path{old_path}, to, Path{new_path},
      flags);
}
inline void linkat(Operands &o) {
  const int from = o.directory(), to = o.directory();
  const char *old_path = o.path(), *new_path = o.path();
  const int flags = o.byte() % 2 ? AT_SYMLINK_FOLLOW : 0;
  say("linkat", sys::linkat(from, old_path, to, new_path, flags), from, Path{old_path}, to, Path{new_path}, flags);
}
inline void symlinkat(Operands &o) {
  const char *target = o.path(), *path = o.path();
  const int directory = o.directory();
  say("symlinkat", sys::symlinkat(target, directory, path), Path{target}, directory, Path{path});
}
inline void readlinkat(Operands &o) {
  const int directory = o.directory();
  const char *path = o.path();
  const Buffer buffer = o.buffer();
  const Result result = sys::readlinkat(directory, path, reinterpret_cast<char *>(buffer.address), buffer.size);
  say("readlinkat", result, directory, Path{path}, buffer);
  report_bytes(buffer, result);
}
inline void report_stat(Result result, const struct stat &status) {
  if (result.ok())
    report("  status", label(Octal{status.st_mode}, " ", uint64_t{status.st_nlink}, " ",
                             (status.st_mode & 0170000) == 0040000 ? int64_t{0} : int64_t{status.st_size}));
}
inline void fstat(Operands &o) {
  const int fd = o.fd();
  struct stat status;
  const bool is_bad = o.byte() % 16 == 15;
  const Result result = sys::fstat(fd, is_bad ? static_cast<struct stat *>(bad()) : &status);
  say("fstat", result, fd);
  report_stat(result, status);
}
inline void fstatat(Operands &o) {
  const int directory = o.directory();
  const char *path = o.path();
  const int choices[] = {0, AT_SYMLINK_NOFOLLOW, AT_EMPTY_PATH, 1};
  const int flags = o.pick(choices);
  struct stat status;
  const Result result = sys::fstatat(directory, path, &status, flags);
  say("fstatat", result, directory, Path{path}, flags);
  report_stat(result, status);
}
inline void faccessat2(Operands &o) {
  const int directory = o.directory();
  const char *path = o.path();
  const int mode = static_cast<int>(o.byte() % 9), flags = o.byte() % 2 ? AT_SYMLINK_NOFOLLOW : 0;
  say("faccessat2", sys::faccessat2(directory, path, mode, flags), directory, Path{path}, mode, flags);
}
inline void fchmod(Operands &o) {
  const uint32_t modes[] = {0600, 0, 0777, 07777};
  const uint32_t mode = o.pick(modes);
  const int fd = o.fd();
  const char *path = o.path();
  if (o.byte() % 2)
    say("fchmod", sys::fchmod(fd, mode), fd, Octal{mode});
  else
    say("chmod", sys::chmod(path, mode), Path{path}, Octal{mode});
}
inline void chdir(Operands &o) {
  const char *path = o.path();
  const int fd = o.fd();
  if (o.byte() % 2)
    say("chdir", sys::chdir(path), Path{path});
  else
    say("fchdir", sys::fchdir(fd), fd);
}
inline void umask(Operands &o) {
  const uint32_t masks[] = {0, 022, 077, 0777};
  const uint32_t mask = o.pick(masks);
  say("umask", sys::umask(mask), Octal{mask});
}
inline void utimensat(Operands &o) {
  const int directory = o.directory();
  const char *path = o.path();
  timespec times[2] = {{1, 2}, {3, 4}};
  times[o.byte() % 2].tv_nsec = o.byte() % 4 ? 5 : 1'000'000'000;
  const int flags = o.byte() % 2 ? AT_SYMLINK_NOFOLLOW : 0;
  say("utimensat", sys::utimensat(directory, path, times, flags), directory, Path{path}, flags);
}

} // namespace wali::fuzz

#include "harness/fuzz/more_operations.h" // memory, signals, sockets, events; the table
