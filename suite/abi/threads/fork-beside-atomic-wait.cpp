// A fork does not wait for another thread that is in memory.atomic.wait32.
// Covers: threads fork beside memory.atomic.wait32
// Oracle: ABI.md, Processes and threads
#include "suite/abi/threads/atomics.h"

namespace {

int word;
Event started;

void wait(void *) {
  started.set();
  atomics::wait(&word, 0, atomics::forever);
}

} // namespace

void test() {
  Thread waiting(wait);
  started.wait();
  setup::sleep_ms(20); // until it is in the instruction, most likely
  const timespec begin = setup::now();
  for (int i = 0; i < 2; ++i) {
    setup::fork([] {}).wait();
  }
  report("time, compared with eight seconds", compared(setup::now(), timespec{begin.tv_sec + 8, begin.tv_nsec}));
  __atomic_store_n(&word, 1, __ATOMIC_SEQ_CST);
  atomics::notify(&word, atomics::all);
}
