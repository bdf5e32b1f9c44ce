// sched_getaffinity returns the processors of the process that its id names, also after they have been changed, and
// not those of the parent.
// Covers: sched_getaffinity another process, changed mask
#include "suite/thread/sched_getaffinity/pinned.h"

void test() {
  const uint64_t lowest = lowest_processor();
  Child child = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  report("ours", Hex{processors_of(0)});
  report("the child's", Hex{processors_of(child.pid())});
  pin(child.pid(), lowest);
  report("the lowest", Hex{lowest});
  report("the child's, changed", Hex{processors_of(child.pid())});
  report("ours", Hex{processors_of(0)});
}
