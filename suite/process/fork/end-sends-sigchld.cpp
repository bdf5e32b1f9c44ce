// The end of a child sends SIGCHLD to its parent, and to no sibling.
// Covers: fork SIGCHLD
#include "wali/test.h"

void test() {
  struct Seen {
    Event is_ready, goes_on;
    SignalSet pending;
  };
  auto &seen = setup::shared<Seen>();
  setup::set_mask(~sigset{0});
  Child sibling = setup::fork([&] {
    seen.is_ready.set();
    seen.goes_on.wait();
    seen.pending = setup::pending_signals();
  });
  seen.is_ready.wait();
  const int pid = setup::fork([] {}).release();
  report("fork", pid);
  report("wait4", sys::wait4(pid, nullptr, 0, nullptr));
  report("pending in the parent", setup::pending_signals());
  seen.goes_on.set();
  report("sibling", sibling.wait());
  report("pending in the sibling", seen.pending);
}
