// At RLIMIT_SIGPENDING no signal is queued, but kill sends one that is not pending yet all the
// same. A second one of its number is lost.
// Covers: setrlimit RLIMIT_SIGPENDING
// Covers: kill RLIMIT_SIGPENDING
#include "wali/test.h"

namespace {

int runs;

} // namespace

void test() {
  const int self = sys::getpid().pid();
  setup::on_signal(45, [](int) { ++runs; });
  setup::block(45);
  rlimit limits = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_SIGPENDING, &limits));
  limits.rlim_cur = 0;
  report("setrlimit", sys::setrlimit(RLIMIT_SIGPENDING, &limits));
  report("kill", sys::kill(self, 45));
  report("kill again", sys::kill(self, 45));
  report("pending", setup::pending_signals());
  setup::unblock(45);
  report("runs", runs);
}
