// Telling a thread that sleeps in the engine from one that is at work there.
#pragma once

namespace wali::host {

// Whether the thread sleeps in futex(2) on a word that still has the value that it
// waits for (proc(5), /proc/PID/syscall). False where that cannot be told.
bool sleeps_on_unchanged_word(int tid);

} // namespace wali::host
