// A handler with SA_SIGINFO learns that tkill sent the signal, from which
// process and user; it runs in the thread named.
// Covers: tkill SI_TKILL
#include "wali/test.h"

namespace {

siginfo seen;
int64_t handler_tid;

void raise(void *) { sys::tkill(sys::gettid().pid(), 35); }

} // namespace

void test() {
  setup::on_siginfo(35, [](int, siginfo *info, void *) {
    seen = *info;
    handler_tid = sys::gettid().value;
  });
  Thread thread(raise);
  thread.join();
  report("handler's thread against the one named", compared(handler_tid, int64_t{thread.tid()}));
  report("si_signo", Signal{seen.si_signo});
  report("si_errno", seen.si_errno);
  report("si_code", Choice{abi::sets::siginfo_code, seen.si_code});
  report("si_pid against our process", compared(int64_t{seen.si_pid}, sys::getpid().value));
  report("si_uid against ours", compared(int64_t{seen.si_uid}, sys::getuid().value));
}
