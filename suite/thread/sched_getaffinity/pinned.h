// Threads whose processors a program of the host changes: the calls cannot.
#pragma once

#include "wali/test.h"

namespace wali {

// The first 64 processors of a thread, 0 for the caller.
inline uint64_t processors_of(int tid) {
  cpu_set set = {};
  setup::require_count("sched_getaffinity", sys::sched_getaffinity(tid, sizeof(set), &set), sizeof(set));
  return set.bits[0];
}

// The lowest of the caller's processors, as a set.
inline uint64_t lowest_processor() {
  const uint64_t all = processors_of(0);
  return all & (~all + 1);
}

// Has a thread run on those processors only, by taskset of util-linux.
inline void pin(int tid, uint64_t processors) {
  const Line command = label("exec taskset -p ", Hex{processors}, " ", tid, " >/dev/null");
  Child child = setup::fork([&] {
    Line copy = command;
    const char *const argv[] = {"sh", "-c", copy.c_str(), nullptr}, *const environment[] = {nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, environment));
  });
  const int status = child.wait().value;
  setup::require_zero("taskset", {status});
}

} // namespace wali
