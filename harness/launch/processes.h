// Ending processes that may not want to end.
#pragma once

#include <sys/types.h>

#include <vector>

namespace wali::launch {

// All processes below this one, zombies too, in the order of their numbers.
std::vector<pid_t> descendants();

// Kills and reaps all processes below this one: its children and, since it is pid 1
// of a namespace or a subreaper, those that they orphan. Returns how many were killed.
// `survivors` tells whether some could not be killed (they gained rights that we lack,
// or hang in the kernel).
struct Killed {
  unsigned count = 0;
  bool survivors = false;
};
Killed kill_all_in_namespace(); // for pid 1 of a pid namespace: at one stroke
Killed kill_descendants();      // for a subreaper: stopped first, then killed

} // namespace wali::launch
