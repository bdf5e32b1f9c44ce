// A handler with SA_SIGINFO learns that tkill sent the signal, and from which process
// and user. It runs in the thread named.
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
  report("the thread named", thread.tid());
  report("gettid in the handler", handler_tid);
  report("getpid", sys::getpid());
  report("getuid", sys::getuid());
  report("si_signo", Signal{seen.si_signo});
  report("si_errno", seen.si_errno);
  report("si_code", Choice{abi::sets::siginfo_code, seen.si_code});
  report("si_pid", seen.si_pid);
  report("si_uid", seen.si_uid);
}
