// A thread in memory.atomic.wait32 or wait64 goes on with 0 ("ok") when another thread notifies its word. The word
// itself need not change. A word beside it wakes nobody.
// Covers: threads memory.atomic.wait32 ok, memory.atomic.wait64 ok, memory.atomic.notify
// Oracle: ABI.md, Processes and threads
#include "suite/abi/threads/atomics.h"

namespace {

int words[2];
int64_t wide;
int result32 = -1, result64 = -1;

void wait(void *) {
  result32 = atomics::wait(&words[0], 0, atomics::long_enough);
  result64 = atomics::wait(&wide, 0, atomics::long_enough);
}

} // namespace

void test() {
  Thread thread(wait);
  unsigned sum = 0;
  setup::sleep_ms(20); // so that it most likely waits
  report("notify of the word beside", atomics::notify(&words[1], atomics::all));
  report("notify of the word", atomics::notify_until(&words[0], 1, 1, sum));
  report("notify of the 64 bits", atomics::notify_until(&wide, 1, 1, sum));
  thread.join();
  report("wait32", result32);
  report("wait64", result64);
}
