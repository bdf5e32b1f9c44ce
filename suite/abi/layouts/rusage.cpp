// rusage has 144 bytes. The times and the counts that Linux keeps are at their offsets, and zeros
// at those of the others.
// Covers: layouts rusage
// Covers: getrusage layout
// Covers: wait4 rusage layout
#include "suite/abi/layouts/raw.h"

namespace {

void report_fields(layouts::Raw<144> &usage) {
  report("seconds of user time, compared with 60", compared(usage.get<int64_t>(0), int64_t{60}));
  report("microseconds of user time, compared with a second", compared(usage.get<int64_t>(8), int64_t{1000000}));
  report("seconds of kernel time, compared with 60", compared(usage.get<int64_t>(16), int64_t{60}));
  report("microseconds of kernel time, compared with a second", compared(usage.get<int64_t>(24), int64_t{1000000}));
  report("largest size, compared with -1", compared(usage.get<int64_t>(32), int64_t{-1}));
  report("minor faults, compared with 0", compared(usage.get<int64_t>(64), int64_t{0}));
  report("major faults, compared with -1", compared(usage.get<int64_t>(72), int64_t{-1}));
  report("blocks read, compared with -1", compared(usage.get<int64_t>(88), int64_t{-1}));
  report("blocks written, compared with -1", compared(usage.get<int64_t>(96), int64_t{-1}));
  report("waits, compared with -1", compared(usage.get<int64_t>(128), int64_t{-1}));
  report("switches, compared with -1", compared(usage.get<int64_t>(136), int64_t{-1}));
  usage.report_padding(40, 64);
  usage.report_padding(80, 88);
  usage.report_padding(104, 128);
  usage.report_walls();
}

} // namespace

void test() {
  layouts::Raw<144> own, childs;
  report("getrusage", sys::getrusage(RUSAGE_SELF, own));
  report_fields(own);
  const int pid = setup::fork([] { return 0; }).release();
  report("fork", pid);
  report("wait4", sys::wait4(pid, nullptr, 0, childs));
  report_fields(childs);
}
