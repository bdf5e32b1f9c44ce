// rt_sigreturn has no meaning for a guest, but it returns a result, within a handler and outside.
// Covers: signals rt_sigreturn
// Covers: rt_sigreturn answered
// Oracle: ABI.md, Signals
#include "wali/test.h"

namespace {

int runs;

void handler(int) {
  ++runs;
  sys::rt_sigreturn(0);
  ++runs;
}

} // namespace

void test() {
  Child outside = setup::fork([] {
    for (int64_t argument : {int64_t{0}, int64_t{-1}, int64_t{1} << 40})
      sys::rt_sigreturn(argument);
    return 4;
  });
  report("child that calls it outside of a handler", outside.wait());
  setup::on_signal(SIGUSR2, handler);
  Child inside = setup::fork([] {
    sys::kill(sys::getpid().pid(), SIGUSR2);
    return runs;
  });
  report("child whose handler calls it, with the steps done", inside.wait());
}
