// Faults that the host can have on purpose, to find out whether the suite notices them.
// The host checks for each fault at the place where it takes effect, outside the path of
// ordinary calls. Without faults that is a test of a word that does not change after load.
// Prefer an operator, a behaviour or a hook to a new fault (mutant.h).
#pragma once

#include <cstdint>
#include <vector>

namespace wali::host {

class Thread;

enum class Fault : uint8_t {
  none,
  handler_wrong_number,      // a handler is given another signal's number
  handler_late,              // it runs one call later than it should
  handler_twice,             // it runs twice
  handler_never,             // it does not run
  handler_mask_ignored,      // it runs with the mask of the code that it interrupts
  handler_empty_siginfo,     // its siginfo is all zeros
  mask_not_restored,         // the handler's mask stays in force after it
  red_zone_overwritten,      // its frame begins at the stack pointer, not below the red zone
  hole_never_reused,         // an address that was unmapped is not given out again
  thread_id_not_the_kernels, // a new thread and its spawner are told an id of the host's own
  thread_limit_of_four,      // no more than four threads at once
  thread_mask_not_inherited, // a new thread has no signal blocked
  tid_word_not_cleared,      // the word of set_tid_address stays as it is
  joiner_not_woken,          // who waits on it is not woken
  restorer_needed,           // a handler that was installed without SA_RESTORER does not run
  restorer_needed_to_live,   // its signal ends the process instead
  alternate_stack_unused,    // handlers run on the ordinary stack whatever SA_ONSTACK says
  signal_lost_in_wait,       // one that interrupts a call has no handler run
  opened_in_reach,           // what is opened is judged when other threads can name it
  created_in_reach,          // likewise, with O_CREAT alone
  received_in_reach,         // what is received is judged when other threads can name it
};

namespace faults {
// A bit for each fault that this process has.
inline uint32_t active = 0;
// Whether this thread's call returns -EINTR where Linux would restart it.
inline thread_local bool refuses_restart = false;
// Functions that run on each new thread before its own function.
inline std::vector<void (*)(Thread &)> in_new_thread;
} // namespace faults

inline bool has_fault(Fault fault) {
  return ((faults::active >> static_cast<uint32_t>(fault)) & 1u) != 0;
}
inline void add_fault(Fault fault) { faults::active |= 1u << static_cast<uint32_t>(fault); }
inline void remove_faults() {
  faults::active = 0;
  faults::in_new_thread.clear();
}

} // namespace wali::host
