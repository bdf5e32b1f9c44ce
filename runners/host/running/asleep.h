// Tells whether a thread sleeps in the engine or works there.
#pragma once

namespace wali::host {

// Whether the thread sleeps in futex(2) on a word that still has the expected value
// (proc(5), /proc/PID/syscall). False if /proc does not tell.
bool sleeps_on_unchanged_word(int tid);

} // namespace wali::host
