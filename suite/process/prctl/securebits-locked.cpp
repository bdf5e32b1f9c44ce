// A securebit that is locked cannot be changed any more, nor unlocked, not even by root: with
// SECBIT_KEEP_CAPS_LOCKED PR_SET_KEEPCAPS is refused.
// Covers: prctl PR_SET_SECUREBITS, PR_SET_KEEPCAPS, EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  constexpr uint64_t keep_caps = 16, keep_caps_locked = 32; // linux/securebits.h
  report("PR_SET_KEEPCAPS", sys::prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0));
  report("PR_GET_SECUREBITS", sys::prctl(PR_GET_SECUREBITS, 0, 0, 0, 0));
  report("PR_SET_SECUREBITS, locked", sys::prctl(PR_SET_SECUREBITS, keep_caps | keep_caps_locked, 0, 0, 0));
  report("PR_SET_SECUREBITS, unlocked", sys::prctl(PR_SET_SECUREBITS, keep_caps, 0, 0, 0));
  report("PR_SET_SECUREBITS, without the bit", sys::prctl(PR_SET_SECUREBITS, keep_caps_locked, 0, 0, 0));
  report("PR_SET_KEEPCAPS of 0", sys::prctl(PR_SET_KEEPCAPS, 0, 0, 0, 0));
  report("PR_GET_SECUREBITS", sys::prctl(PR_GET_SECUREBITS, 0, 0, 0, 0));
}
