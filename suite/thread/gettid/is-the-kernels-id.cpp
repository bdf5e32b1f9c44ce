// The id is the kernel's own: the thread is listed under it, and a child of
// fork has its process's id, whichever thread forked.
// Covers: gettid the kernel's id, fork
#include "wali/test.h"

namespace {

struct Seen {
  int64_t listed, child;
};

int child_status() { return sys::gettid().value == sys::getpid().value ? 6 : 7; }

void look(void *pointer) {
  auto *seen = static_cast<Seen *>(pointer);
  Line path = label("/proc/self/task/", sys::gettid().value, "/stat");
  seen->listed = sys::access(path.c_str(), F_OK).value;
  seen->child = setup::fork(child_status).wait().value;
}

} // namespace

void test() {
  static Seen here, there;
  look(&here);
  report("our entry in /proc/self/task", Result{here.listed});
  report("our child", WaitStatus{static_cast<int>(here.child)});
  Thread thread(look, &there);
  thread.join();
  report("the thread's entry in /proc/self/task", Result{there.listed});
  report("the thread's child", WaitStatus{static_cast<int>(there.child)});
}
