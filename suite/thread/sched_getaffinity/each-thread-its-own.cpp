// Each thread has processors of its own, and is asked for them by its id. A process's id means its
// main thread.
// Covers: sched_getaffinity another thread
#include "suite/thread/sched_getaffinity/pinned.h"

namespace {

Event pinned;
uint64_t in_the_thread;

void look(void *) {
  pinned.wait();
  in_the_thread = processors_of(0);
}

} // namespace

void test() {
  const uint64_t lowest = lowest_processor();
  report("the lowest", Hex{lowest});
  report("ours", Hex{processors_of(0)});
  Thread thread(look);
  pin(thread.tid(), lowest);
  report("the thread's, by its id", Hex{processors_of(thread.tid())});
  pinned.set();
  thread.join();
  report("the thread's, asked there", Hex{in_the_thread});
  report("those of the process", Hex{processors_of(sys::getpid().pid())});
}
