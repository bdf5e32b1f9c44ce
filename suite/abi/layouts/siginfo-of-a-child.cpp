// The siginfo of SIGCHLD has the child's process at 16, its user at 20, its status at 24 and the
// processor times at 32 and 40. Those of a value have it at 24.
// Covers: layouts siginfo
#include "suite/abi/layouts/raw.h"

namespace {

layouts::Raw<128> seen;

} // namespace

void test() {
  setup::block(SIGCHLD);
  setup::on_siginfo(SIGCHLD, [](int, siginfo *info, void *) { __builtin_memcpy(seen.at(0), info, 128); });
  const int pid = setup::fork([] { return 77; }).release();
  const sigset others = ~signal_bit(SIGCHLD);
  report("rt_sigsuspend", sys::rt_sigsuspend(&others, 8));
  seen.report_field<int32_t>("signal", 0);
  seen.report_field<int32_t>("error", 4);
  seen.report_field<int32_t>("code", 8);
  report("fork", pid);
  seen.report_field<int32_t>("process", 16);
  report("getuid", sys::getuid());
  seen.report_field<uint32_t>("user", 20);
  seen.report_field<int32_t>("status", 24);
  report("user time, compared with a minute", compared(seen.get<int64_t>(32), int64_t{6000}));
  report("user time, compared with -1", compared(seen.get<int64_t>(32), int64_t{-1}));
  report("kernel time, compared with a minute", compared(seen.get<int64_t>(40), int64_t{6000}));
  report("kernel time, compared with -1", compared(seen.get<int64_t>(40), int64_t{-1}));
}
