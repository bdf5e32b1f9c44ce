// For suite/time: sleeps that report what remains.
#pragma once

#include "wali/test.h"

// A sleep counts the timer slack of its thread to its time, 50 microseconds unless that is changed. What remains is
// less than the request only if there is hardly any (prctl(2), PR_SET_TIMERSLACK).
inline void without_slack() { setup::require_zero("prctl", sys::prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0)); }
