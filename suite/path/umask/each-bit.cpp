// umask returns the old mask, and keeps the nine permission bits of the new one and no
// others.
// Covers: umask mask, result
#include "wali/test.h"

void test() {
  setup::require_count("umask", sys::umask(0), 0777);
  for (int bit = 0; bit < 9; ++bit)
    report("old mask", Octal{static_cast<uint64_t>(sys::umask(1u << bit).value)});
  report("old mask", Octal{static_cast<uint64_t>(sys::umask(0xffffffff).value)});
  report("of all bits", Octal{static_cast<uint64_t>(sys::umask(07000).value)});
  report("of the upper three", Octal{static_cast<uint64_t>(sys::umask(0).value)});
}
