// In the main thread gettid returns the same as getpid. In another thread it returns the id that
// its creator got, which differs, while getpid returns the same as before.
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
  const int64_t own = sys::gettid().value, difference = own - ids.tid;
  report("getpid", sys::getpid());
  report("gettid", Result{own});
  report("the id that the spawner was told", thread.tid());
  report("in the thread, gettid", Result{ids.tid});
  report("in the thread, getpid", Result{ids.pid});
  report("square of the difference of both threads' ids", difference * difference);
}
