// rlimit has the soft limit at 0 and the hard one at 8, in and out.
// Covers: layouts rlimit
// Covers: setrlimit layout
// Covers: getrlimit layout
// Covers: prlimit64 layout
#include "suite/abi/layouts/raw.h"

void test() {
  layouts::Raw<16> set, got, old;
  set.put<uint64_t>(0, 0x102030405).put<uint64_t>(8, 0x908070605);
  report("setrlimit", sys::setrlimit(RLIMIT_FSIZE, set));
  report("getrlimit", sys::getrlimit(RLIMIT_FSIZE, got));
  report("what getrlimit stored", got.bytes(0, 16));
  got.report_walls();
  set.put<uint64_t>(0, 0x11);
  report("prlimit64", sys::prlimit64(0, RLIMIT_FSIZE, set, old));
  report("old limits of prlimit64", old.bytes(0, 16));
  old.report_walls();
}
