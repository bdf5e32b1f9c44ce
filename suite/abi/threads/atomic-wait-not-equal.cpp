// memory.atomic.wait32 and wait64 return 1 ("not-equal") if memory holds another value, whatever
// the time limit. wait64 compares all 64 bits.
// Covers: threads memory.atomic.wait32 not-equal, memory.atomic.wait64 not-equal
// Oracle: ABI.md, Processes and threads
#include "suite/abi/threads/atomics.h"

namespace {

constexpr int64_t two_seconds = 2'000'000'000;
int word = 5;
int64_t wide = 0x700000005;

} // namespace

void test() {
  report("wait32 for 6 where 5 is", atomics::wait(&word, 6, two_seconds));
  report("wait32 for -5 where 5 is", atomics::wait(&word, -5, two_seconds));
  report("wait32 without a limit", atomics::wait(&word, 4, atomics::forever));
  report("wait32 with a limit of 0", atomics::wait(&word, 6, 0));
  report("wait64, low half differs", atomics::wait(&wide, 0x700000006, two_seconds));
  report("wait64, high half differs", atomics::wait(&wide, 5, two_seconds));
  report("wait64 without a limit", atomics::wait(&wide, 5, atomics::forever));
}
