// Scheduling, and the ids of threads. futex is in futex.cpp, and the start of a thread in
// running/thread_start.cpp.
#include "runners/host/calls/generic.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

using abi::Call;

// The kernel clears only glibc's word when this thread ends, so the host stores the guest's
// word and clears it itself.
int64_t set_tid_address(Thread &thread, const Parameters<Call::set_tid_address> &arguments) {
  thread.set_tid_address(arguments.tidptr);
  return thread.syscall(SYS_gettid);
}

} // namespace

CallTable scheduling_calls() {
  static constexpr CallEntry entries[] = {
      {Call::gettid, generic<Call::gettid>},
      {Call::sched_yield, generic<Call::sched_yield>},
      {Call::sched_getaffinity, generic<Call::sched_getaffinity>},
      entry<set_tid_address>,
  };
  return entries;
}

} // namespace wali::host
