// A child and a new thread run on the processors of the thread that made them.
// Covers: sched_getaffinity fork, new thread
#include "suite/thread/sched_getaffinity/pinned.h"

namespace {

uint64_t in_the_thread;

void look(void *) { in_the_thread = processors_of(0); }

} // namespace

void test() {
  const uint64_t lowest = lowest_processor();
  pin(sys::gettid().pid(), lowest);
  report("the lowest", Hex{lowest});
  report("ours", Hex{processors_of(0)});
  setup::in_child([] { report("a child's", Hex{processors_of(0)}); });
  Thread(look).join();
  report("a new thread's", Hex{in_the_thread});
}
