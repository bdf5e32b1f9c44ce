// The calls on names, directories and metadata. For what a guest may open, see
// containment/opening.h.
#include <fcntl.h>

#include "runners/host/calls/generic.h"
#include "runners/host/containment/opening.h"

namespace wali::host {
namespace {

using abi::Call;

int64_t open(Thread &thread, const Parameters<Call::open> &arguments) {
  return contained_openat(thread, AT_FDCWD, thread.memory().for_kernel(arguments.pathname),
                          arguments.flags, arguments.mode);
}

int64_t openat(Thread &thread, const Parameters<Call::openat> &arguments) {
  return contained_openat(thread, arguments.dirfd, thread.memory().for_kernel(arguments.pathname),
                          arguments.flags, arguments.mode);
}

constexpr CallEntry entries[] = {
    entry<open>,
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
    entry<openat>,
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
