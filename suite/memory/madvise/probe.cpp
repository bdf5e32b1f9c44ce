// madvise with length 0 at address 0 returns whether an advice is known and does nothing else.
// Covers: madvise no address, EINVAL
#include "wali/test.h"

void test() {
  for (int advice :
       {MADV_NORMAL, MADV_DONTNEED, MADV_REMOVE, MADV_DONTFORK, MADV_WIPEONFORK, MADV_FREE, MADV_POPULATE_READ, 99})
    report(label(Choice{abi::sets::madvise_advice, advice}), sys::madvise(nullptr, 0, advice));
}
