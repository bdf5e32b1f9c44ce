// An open does not wait for another thread that is in memory.atomic.wait32, whatever its flags.
// Covers: threads open beside memory.atomic.wait32
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
  setup::write_file("file", "");
  Thread waiting(wait);
  started.wait();
  setup::sleep_ms(20); // until it is in the instruction, most likely
  const timespec begin = setup::now();
  for (int i = 0; i < 2; ++i) {
    for (int flags : {O_RDONLY, O_RDONLY | O_NOFOLLOW, O_RDWR | O_CREAT})
      setup::open("file", flags);
  }
  report("time, compared with eight seconds", compared(setup::now(), timespec{begin.tv_sec + 8, begin.tv_nsec}));
  __atomic_store_n(&word, 1, __ATOMIC_SEQ_CST);
  atomics::notify(&word, atomics::all);
}
