// With RLIMIT_SIGPENDING at 0 tkill cannot queue a real-time signal, and with the former limit it
// can. Those that are queued already stay.
// Covers: prlimit64 RLIMIT_SIGPENDING
// Covers: tkill EAGAIN
#include "wali/test.h"

namespace {

int runs;

} // namespace

void test() {
  setup::on_signal(SIGRTMIN + 8, [](int) { ++runs; });
  setup::block(SIGRTMIN + 8);
  const int self = sys::gettid().pid();
  report("tkill", sys::tkill(self, SIGRTMIN + 8));
  rlimit former = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_SIGPENDING, &former));
  const rlimit none = {0, former.rlim_max};
  report("prlimit64 to 0", sys::prlimit64(0, RLIMIT_SIGPENDING, &none, nullptr));
  report("tkill", sys::tkill(self, SIGRTMIN + 8));
  report("prlimit64 to the former", sys::prlimit64(0, RLIMIT_SIGPENDING, &former, nullptr));
  report("tkill", sys::tkill(self, SIGRTMIN + 8));
  setup::unblock(SIGRTMIN + 8);
  report("runs", runs);
}
