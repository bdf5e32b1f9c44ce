// The imports whose types or names differ between the revisions. Compiled once
// for each: WALI_SPEC2026 chooses.
#include "wali/sys.h"

namespace {

#ifdef WALI_SPEC2026
using Wide = uint64_t;
#define FSTATAT "SYS_newfstatat"
#else
using Wide = uint32_t;
#define FSTATAT "SYS_fstatat"
#endif
#define WALI_IMPORT(name) __attribute__((import_module("wali"), import_name(name)))

extern "C" {
WALI_IMPORT("SYS_poll") int64_t import_poll(wali::pollfd *fds, Wide nfds, int timeout);
WALI_IMPORT("SYS_ppoll")
int64_t import_ppoll(wali::pollfd *fds, Wide nfds, wali::timespec *timeout, const wali::sigset *mask, size_t size);
WALI_IMPORT("SYS_fcntl") int64_t import_fcntl(int fd, int command, Wide argument);
WALI_IMPORT(FSTATAT) int64_t import_fstatat(int dirfd, const char *path, struct wali::stat *buffer, int flags);
}

} // namespace

extern "C" {

int64_t wali_SYS_poll(wali::pollfd *fds, uint64_t nfds, int timeout) {
  return import_poll(fds, static_cast<Wide>(nfds), timeout);
}

int64_t wali_SYS_ppoll(wali::pollfd *fds, uint64_t nfds, wali::timespec *timeout, const wali::sigset *mask,
                       size_t size) {
  return import_ppoll(fds, static_cast<Wide>(nfds), timeout, mask, size);
}

int64_t wali_SYS_fcntl(int fd, int command, uint64_t argument) {
  return import_fcntl(fd, command, static_cast<Wide>(argument));
}

int64_t wali_fstatat(int dirfd, const char *path, struct wali::stat *buffer, int flags) {
  return import_fstatat(dirfd, path, buffer, flags);
}

} // extern "C"
