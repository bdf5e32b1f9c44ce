// In the main thread gettid is getpid; in another it is what its spawner was
// told, and getpid is the same.
// Covers: gettid value
#include "wali/test.h"

namespace {

struct Ids {
  int64_t tid, pid;
};

void ask(void *pointer) { *static_cast<Ids *>(pointer) = {sys::gettid().value, sys::getpid().value}; }

} // namespace

void test() {
  static Ids ids;
  Thread thread(ask, &ids);
  thread.join();
  report("gettid against getpid", compared(sys::gettid().value, sys::getpid().value));
  report("the thread's gettid against what spawn said", compared(ids.tid, int64_t{thread.tid()}));
  report("the thread's gettid against getpid", label(ids.tid == ids.pid ? "the same" : "another"));
  report("the thread's getpid against ours", compared(ids.pid, sys::getpid().value));
}
