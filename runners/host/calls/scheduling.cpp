// Threads (futex is in futex.cpp).
#include "runners/host/calls/generic.h"
#include "runners/host/running/process.h"

namespace wali::host {

using abi::Call;

class ThreadCalls {
public:
  // The word that is cleared when the thread ends is the host's affair: the
  // kernel has glibc's for this thread.
  static int64_t set_tid_address(Thread &thread,
                                 const Parameters<Call::set_tid_address> &arguments) {
    thread.clear_child_tid = arguments.tidptr;
    return thread.syscall(SYS_gettid);
  }
};

CallTable scheduling_calls() {
  static constexpr CallEntry entries[] = {
      {Call::gettid, generic<Call::gettid>},
      {Call::sched_yield, generic<Call::sched_yield>},
      {Call::sched_getaffinity, generic<Call::sched_getaffinity>},
      entry<ThreadCalls::set_tid_address>,
  };
  return entries;
}

} // namespace wali::host
