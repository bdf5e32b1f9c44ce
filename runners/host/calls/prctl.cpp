// prctl: what its arguments are depends on the option (prctl(2)).
#include <linux/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <optional>

#include "runners/host/linking/parameters.h"

namespace wali::host {
namespace {

using abi::Call;

// Which arguments are pointers; all others are numbers.
enum class Shape { numbers, pointer_second, pointer_fifth };

// Options that reach Linux. For all others the result is that of a kernel that was built
// without them. They are the options of other architectures, and those with which a guest
// could harm the process that runs it:
//  - PR_SET_SECCOMP: a filter can fake the results of the host's own system calls, and
//    strict mode forbids calls that the host needs;
//  - PR_SET_SYSCALL_USER_DISPATCH, PR_SET_TSC, PR_SET_MDWE: these turn calls and
//    instructions of the host and its engine into signals and errors;
//  - PR_SET_VMA, PR_GET_AUXV: these concern address ranges and contents of the host.
constexpr std::optional<Shape> shape_of(int option) {
  switch (option) {
  case PR_SET_PDEATHSIG:
  case PR_GET_DUMPABLE:
  case PR_SET_DUMPABLE:
  case PR_GET_KEEPCAPS:
  case PR_SET_KEEPCAPS:
  case PR_GET_TIMING:
  case PR_SET_TIMING:
  case PR_GET_SECCOMP:
  case PR_CAPBSET_READ:
  case PR_CAPBSET_DROP:
  case PR_CAP_AMBIENT:
  case PR_GET_SECUREBITS:
  case PR_SET_SECUREBITS:
  case PR_GET_TIMERSLACK:
  case PR_SET_TIMERSLACK:
  case PR_TASK_PERF_EVENTS_DISABLE:
  case PR_TASK_PERF_EVENTS_ENABLE:
  case PR_MCE_KILL:
  case PR_MCE_KILL_GET:
  case PR_SET_PTRACER:
  case PR_SET_CHILD_SUBREAPER:
  case PR_GET_NO_NEW_PRIVS:
  case PR_SET_NO_NEW_PRIVS:
  case PR_GET_THP_DISABLE:
  case PR_SET_THP_DISABLE:
  case PR_GET_SPECULATION_CTRL:
  case PR_SET_SPECULATION_CTRL:
  case PR_GET_IO_FLUSHER:
  case PR_SET_IO_FLUSHER:
    return Shape::numbers;
  case PR_GET_PDEATHSIG:
  case PR_GET_CHILD_SUBREAPER:
  case PR_GET_TSC:
  case PR_SET_NAME:
  case PR_GET_NAME:
    return Shape::pointer_second;
  case PR_SCHED_CORE:
    return Shape::pointer_fifth;
  default:
    return {};
  }
}

// The kernel knows the word of the host's C library, but the guest wants the one that it
// named with set_tid_address. So the kernel is asked only whether it supports the option.
int64_t get_tid_address(Thread &thread, const Parameters<Call::prctl> &arguments) {
  uint64_t of_the_host;
  int64_t result = thread.syscall(SYS_prctl, PR_GET_TID_ADDRESS, &of_the_host);
  if (result < 0)
    return result;
  return thread.memory().write(address_in(arguments.arg2), thread.tid_address()) ? 0 : -EFAULT;
}

int64_t prctl(Thread &thread, const Parameters<Call::prctl> &arguments) {
  int option = arguments.option;
  if (option == PR_SET_MM)
    return -EPERM; // as on Linux without CAP_SYS_RESOURCE
  if (option == PR_GET_TID_ADDRESS)
    return get_tid_address(thread, arguments);
  std::optional<Shape> shape = shape_of(option);
  if (!shape)
    return -EINVAL;
  const Memory &memory = thread.memory();
  switch (*shape) {
  case Shape::numbers:
    return thread.syscall(SYS_prctl, option, arguments.arg2, arguments.arg3, arguments.arg4,
                          arguments.arg5);
  case Shape::pointer_second:
    return thread.syscall(SYS_prctl, option, memory.for_kernel(address_in(arguments.arg2)),
                          arguments.arg3, arguments.arg4, arguments.arg5);
  case Shape::pointer_fifth:
    return thread.syscall(SYS_prctl, option, arguments.arg2, arguments.arg3, arguments.arg4,
                          memory.for_kernel(address_in(arguments.arg5)));
  }
  return -EINVAL;
}

constexpr CallEntry entries[] = {entry<prctl>};

} // namespace

CallTable prctl_calls() { return entries; }

} // namespace wali::host
