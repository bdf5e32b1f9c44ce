#include "runners/host/containment/hidden.h"

#include <fcntl.h>
#include <sys/resource.h>

#include <algorithm>

#include "runners/host/running/raw_syscall.h"

namespace wali::host {

// Tables are as long as their highest number, so that is not too high.
int64_t move_out_of_the_way(int fd) {
  constexpr rlim_t high = 4000, spare = 4;
  rlimit before;
  getrlimit(RLIMIT_NOFILE, &before);
  const rlim_t beyond = std::min(before.rlim_cur, high);
  const rlimit raised{beyond + spare, std::max(before.rlim_max, beyond + spare)};
  const bool is_raised =
      raised.rlim_cur > before.rlim_cur && setrlimit(RLIMIT_NOFILE, &raised) == 0;
  int64_t moved = raw_syscall(SYS_fcntl, static_cast<uint64_t>(fd), F_DUPFD_CLOEXEC, beyond);
  if (is_raised)
    setrlimit(RLIMIT_NOFILE, &before);
  for (rlim_t below = beyond - std::min(beyond, spare); moved < 0; below /= 2) {
    moved = raw_syscall(SYS_fcntl, static_cast<uint64_t>(fd), F_DUPFD_CLOEXEC, below);
    if (below == 0)
      break;
  }
  raw_syscall(SYS_close, static_cast<uint64_t>(fd));
  return moved;
}

} // namespace wali::host
