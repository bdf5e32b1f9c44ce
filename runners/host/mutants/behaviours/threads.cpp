// Threads: who waits on which word, whom a wake reaches, and what a thread is called.
#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <unistd.h>

#include <algorithm>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

// --- futex -------------------------------------------------------------------

int operation_of(Invocation &call) { return call.arguments.i32(1) & FUTEX_CMD_MASK; }
template <class... Operations> bool is_one_of(Invocation &call, Operations... operations) {
  return ((operation_of(call) == operations) || ...);
}
void set_operation(Invocation &call, int operation) {
  call.arguments[1] = (call.arguments[1] & ~int64_t{FUTEX_CMD_MASK}) | operation;
}

int64_t shared_is_private(Invocation &call) {
  call.arguments[1] |= FUTEX_PRIVATE_FLAG;
  return call.call();
}
int64_t private_is_shared(Invocation &call) {
  call.arguments[1] &= ~int64_t{FUTEX_PRIVATE_FLAG};
  return call.call();
}
int64_t wakes_all(Invocation &call) {
  const int asked = call.arguments.i32(2);
  if (!is_one_of(call, FUTEX_WAKE, FUTEX_WAKE_BITSET) || asked < 1)
    return call.call();
  call.arguments[2] = INT_MAX;
  return std::min<int64_t>(call.call(), asked);
}
int64_t requeue_wakes_all(Invocation &call) {
  if (is_one_of(call, FUTEX_REQUEUE, FUTEX_CMP_REQUEUE))
    call.arguments[2] = INT_MAX;
  return call.call();
}
int64_t requeue_wakes_the_rest(Invocation &call) {
  const int64_t result = call.call();
  if (result > 0 && is_one_of(call, FUTEX_REQUEUE, FUTEX_CMP_REQUEUE))
    make(call.thread, abi::Call::futex, call.arguments[4],
         FUTEX_WAKE | (call.arguments.i32(1) & FUTEX_PRIVATE_FLAG), INT_MAX);
  return result;
}
template <int operation> int64_t any_bit(Invocation &call) {
  if (is_one_of(call, operation) && call.arguments.u32(5) != 0)
    call.arguments[5] = static_cast<int32_t>(FUTEX_BITSET_MATCH_ANY);
  return call.call();
}
int64_t compares_nothing(Invocation &call) {
  if (is_one_of(call, FUTEX_WAIT, FUTEX_WAIT_BITSET))
    call.arguments[2] = pointed_to<int32_t>(call, 0);
  return call.call();
}
int64_t limit_is_a_moment(Invocation &call) {
  if (is_one_of(call, FUTEX_WAIT) && call.arguments[3] != 0) {
    set_operation(call, FUTEX_WAIT_BITSET);
    call.arguments[5] = static_cast<int32_t>(FUTEX_BITSET_MATCH_ANY);
  }
  return call.call();
}
int64_t early(Invocation &call) {
  if (!is_one_of(call, FUTEX_WAIT))
    return call.call();
  return call_with_changed<abi::timespec>(call, 3, shorten<abi::timespec>);
}
int64_t trylock_waits(Invocation &call) {
  if (is_one_of(call, FUTEX_TRYLOCK_PI)) {
    set_operation(call, FUTEX_LOCK_PI);
    call.arguments[3] = 0;
  }
  return call.call();
}
int64_t signals_wake(Invocation &call) {
  const int64_t result = call.call();
  return result == -EINTR && is_one_of(call, FUTEX_WAIT, FUTEX_WAIT_BITSET) ? 0 : result;
}
// Leaves its waiters asleep.
int64_t unlock_gives_to_nobody(Invocation &call) {
  int32_t word = pointed_to<int32_t>(call, 0);
  if (!is_one_of(call, FUTEX_UNLOCK_PI) || (word & FUTEX_TID_MASK) != call.thread.id())
    return call.call();
  put(call, 0, int32_t{0});
  return 0;
}

// --- Names and ends ----------------------------------------------------------

int64_t id_of_first_thread(Invocation &) { return getpid(); }
int64_t first_id_kept(Invocation &call) {
  static thread_local int64_t first = 0;
  return first = first != 0 ? first : call.call();
}

GuestAddress last_word = 0;
int64_t word_noted(Invocation &call) {
  const int64_t result = call.call();
  last_word = call.arguments.address(0);
  return result;
}
// The kernel forgets it in a child.
int64_t child_has_the_word(Invocation &call) {
  const GuestAddress before = call.thread.tid_address();
  const int64_t result = call.call();
  if (result == 0)
    call.thread.set_tid_address(before);
  return result;
}

// --- Processors --------------------------------------------------------------

template <class Change> int64_t processors_with(Invocation &call, Change change) {
  const int64_t result = call.call();
  if (result >= static_cast<int64_t>(sizeof(uint64_t))) {
    uint64_t first = pointed_to<uint64_t>(call, 2);
    change(first);
    put(call, 2, first);
  }
  return result;
}
int64_t ended_have_processors(Invocation &call) {
  const int64_t result = call.call();
  if (result != -ESRCH || call.arguments.i32(0) < 0)
    return result;
  call.arguments[0] = 0;
  return call.call();
}

const Behaviour behaviours[] = {
    {"futex", "shared-is-private", "a wake does not reach waiters of other processes",
     shared_is_private},
    {"futex", "private-is-shared", "a private wake reaches waiters of other processes",
     private_is_shared},
    {"futex", "wakes-all", "a wake of one waiter wakes all of them, and tells one", wakes_all},
    {"futex", "requeue-wakes-all", "a requeue wakes all waiters and moves none", requeue_wakes_all},
    {"futex", "requeue-wakes-the-rest", "a requeue wakes those that it has moved",
     requeue_wakes_the_rest},
    {"futex", "wake-of-any-bit", "FUTEX_WAKE_BITSET wakes waiters of all bits",
     any_bit<FUTEX_WAKE_BITSET>},
    {"futex", "wait-for-any-bit", "FUTEX_WAIT_BITSET is woken by all bits",
     any_bit<FUTEX_WAIT_BITSET>},
    {"futex", "wait-compares-nothing", "a wait begins whatever its word holds", compares_nothing},
    {"futex", "limit-is-a-moment", "the time limit of FUTEX_WAIT is taken for a point in time",
     limit_is_a_moment},
    {"futex", "early", "FUTEX_WAIT ends when nine tenths of its time limit have passed", early},
    {"futex", "trylock-waits", "FUTEX_TRYLOCK_PI waits for a lock that is taken", trylock_waits},
    {"futex", "signals-wake", "a wait that a signal has interrupted is told as woken",
     signals_wake},
    {"futex", "unlock-gives-to-nobody", "FUTEX_UNLOCK_PI leaves those asleep who wait for the lock",
     unlock_gives_to_nobody},

    {"gettid", "of-the-first-thread", "gettid tells every thread the id of the first",
     id_of_first_thread},
    {"gettid", "kept-over-fork", "gettid gives a child what it gave its parent", first_id_kept},
    {"set_tid_address",
     "inherited-by-threads",
     "the end of a new thread clears the word that another thread has set",
     word_noted,
     {},
     nullptr,
     [](Thread &thread) { thread.set_tid_address(last_word); }},
    {"set_tid_address",
     "inherited-by-children",
     "the end of a fork child's first thread clears the word that its parent has set",
     nullptr,
     {{{"fork", child_has_the_word}}}},

    {"sched_getaffinity", "one-processor", "sched_getaffinity tells the first processor alone",
     [](Invocation &call) {
       return processors_with(call, [](uint64_t &set) { set &= ~set + 1; });
     }},
    {"sched_getaffinity", "ended-have-processors",
     "sched_getaffinity tells processors of a process that has ended", ended_have_processors},
};

} // namespace

std::span<const Behaviour> thread_behaviours() { return behaviours; }

} // namespace wali::host::mutants
