// For suite/identity: what a change of ids leaves, and what it takes away.
#pragma once

#include "wali/test.h"

// Makes the change in a process that has supplementary groups, a parent-death signal and files
// in /proc of its own, and reports its result, the groups and the signal.
template <class Change> void report_what_goes(const char *name, Change change) {
  const uint32_t groups[] = {41, 42};
  setup::require_zero("setgroups", sys::setgroups(2, groups));
  setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0));
  setup::require_zero("prctl", sys::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
  report(name, change());
  uint32_t list[8] = {};
  report("getgroups", sys::getgroups(8, list));
  int signo = -1;
  report("PR_GET_PDEATHSIG", sys::prctl(PR_GET_PDEATHSIG, reinterpret_cast<uintptr_t>(&signo), 0, 0, 0));
  report("signal", signo);
}
