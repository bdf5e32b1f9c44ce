// memory.atomic.wait32 and wait64 with a time limit return 2 ("timed-out") when nobody
// wakes them, and not before that time has passed.
// Covers: threads memory.atomic.wait32 timed-out, memory.atomic.wait64 timed-out
// Oracle: ABI.md, Processes and threads
#include "suite/abi/threads/atomics.h"

namespace {

int word = 5;
int64_t wide = 0x700000005;

template <class Word> void wait(const char *name, Word *address, int milliseconds) {
  timespec begin = setup::now();
  report(name, atomics::wait(address, *address, int64_t{milliseconds} * 1'000'000));
  timespec end = setup::now(), passed = {end.tv_sec - begin.tv_sec, end.tv_nsec - begin.tv_nsec};
  if (passed.tv_nsec < 0)
    passed = {passed.tv_sec - 1, passed.tv_nsec + 1'000'000'000};
  report("time compared with the limit", compared(passed, timespec{0, milliseconds * 1'000'000}));
}

} // namespace

void test() {
  report("wait32, limit 0", atomics::wait(&word, 5, 0));
  wait("wait32, limit 50 ms", &word, 50);
  wait("wait64, limit 50 ms", &wide, 50);
}
