#include "runners/host/trace/waiting.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <sys/file.h>
#include <sys/wait.h>

#include <algorithm>

#include "runners/host/linking/parameters.h"

namespace wali::host::trace {
namespace {

using abi::Call;

// Those that wait, or not, whatever their arguments are.
constexpr std::string_view waiting[] = {
    "read",      "pread64",         "readv",         "write",    "pwrite64",    "writev",
    "open",      "openat",          "close",         "fsync",    "fdatasync",   "msync",
    "poll",      "ppoll",           "select",        "pselect6", "epoll_pwait", "accept",
    "accept4",   "connect",         "sendto",        "sendmsg",  "recvfrom",    "recvmsg",
    "nanosleep", "clock_nanosleep", "rt_sigsuspend", "kill",     "tkill"};

bool waits(const Parameters<Call::futex> &arguments) {
  static constexpr int commands[] = {FUTEX_WAIT, FUTEX_WAIT_BITSET, FUTEX_LOCK_PI, FUTEX_LOCK_PI2,
                                     FUTEX_WAIT_REQUEUE_PI};
  return std::ranges::count(commands, arguments.futex_op & FUTEX_CMD_MASK) != 0;
}

bool waits(const Parameters<Call::fcntl> &arguments) {
  return arguments.cmd == F_SETLKW || arguments.cmd == F_OFD_SETLKW;
}

} // namespace

bool may_wait(const abi::Syscall &call, const Arguments &arguments) {
  if (call.name == "futex")
    return waits(by_name<Call::futex>(arguments));
  if (call.name == "fcntl")
    return waits(by_name<Call::fcntl>(arguments));
  if (call.name == "flock")
    return (by_name<Call::flock>(arguments).operation & LOCK_NB) == 0;
  if (call.name == "wait4")
    return (by_name<Call::wait4>(arguments).options & WNOHANG) == 0;
  return std::ranges::count(waiting, call.name) != 0;
}

} // namespace wali::host::trace
