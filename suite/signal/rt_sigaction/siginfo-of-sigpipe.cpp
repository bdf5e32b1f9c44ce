// SIGPIPE goes to the thread that writes, and its siginfo names the own process and user, as if
// it had been sent by kill.
// Covers: rt_sigaction SA_SIGINFO, SIGPIPE
#include "wali/test.h"

namespace {

siginfo seen;
int64_t handler_tid;
Result written;
int end;

void write_into_nothing(void *) { written = sys::write(end, "x", 1); }

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  pipe.read.reset();
  end = pipe.write;
  setup::on_siginfo(SIGPIPE, [](int, siginfo *info, void *) {
    seen = *info;
    handler_tid = sys::gettid().value;
  });
  Thread thread(write_into_nothing);
  thread.join();
  report("write", written);
  report("the thread that wrote", thread.tid());
  report("gettid in the handler", handler_tid);
  report("getpid", sys::getpid());
  report("getuid", sys::getuid());
  report("si_signo", Signal{seen.si_signo});
  report("si_code", Choice{abi::sets::siginfo_code, seen.si_code});
  report("si_pid", seen.si_pid);
  report("si_uid", seen.si_uid);
}
