// mremap can grow a mapping while another thread is in memory.atomic.wait32, without waiting for
// it.
// Covers: threads mremap beside memory.atomic.wait32
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
    uint8_t *bytes = setup::map(4096);
    setup::require_address("mremap", sys::mremap(bytes, 4096, 65536, MREMAP_MAYMOVE, nullptr), 65536);
  }
  report("time, compared with eight seconds", compared(setup::now(), timespec{begin.tv_sec + 8, begin.tv_nsec}));
  __atomic_store_n(&word, 1, __ATOMIC_SEQ_CST);
  atomics::notify(&word, atomics::all);
}
