// For suite/process/prctl: an orphan that reports whose child it becomes.
#pragma once

#include "wali/test.h"

struct Orphan {
  Result parents[2]; // after its parent's end, and after the next end of a parent
  Event told[2];
};

// Makes a child that makes a child and ends. The latter writes down the first `count` of its
// new parents.
inline void make_orphan(Orphan &orphan, int count) {
  setup::fork([&] {
    Result parent = sys::getpid();
    if (setup::split() != 0)
      return;
    for (int i = 0; i < count; ++i) {
      setup::await("getppid", sys::getppid, [=](Result now) { return now.value != parent.value; });
      orphan.parents[i] = parent = sys::getppid();
      orphan.told[i].set();
    }
  }).wait();
  orphan.told[0].wait();
}
