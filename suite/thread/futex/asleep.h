// Threads that wait where nobody can count them.
#pragma once

#include "wali/test.h"

namespace wali {

// Waits until a thread, of this process or another, sleeps in the kernel. For waiters of a lock,
// and for those that wait to be moved to one: FUTEX_REQUEUE, by which setup::waiters counts,
// refuses them. The thread says itself, before, that it is about to make the call.
inline void await_asleep(int tid) {
  setup::await(
      "read of /proc/TID/stat",
      [=] {
        const Text stat = setup::read_file(label("/proc/", tid, "/stat").c_str());
        size_t at = 0;
        while (at + 2 < stat.size && stat.data[at] != ')')
          ++at;
        return Result{stat.data[at + 2]};
      },
      [](Result state) { return state.value == 'S'; });
}

} // namespace wali
