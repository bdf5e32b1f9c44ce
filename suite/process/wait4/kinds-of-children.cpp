// __WCLONE is for children that end without SIGCHLD, of which fork makes none,
// __WALL for those of both kinds, and __WNOTHREAD for none of other threads.
// Covers: wait4 __WCLONE, __WALL, __WNOTHREAD, ECHILD
#include "wali/test.h"

void test() {
  static int pid;
  static Result in_thread;
  Child child = setup::fork([] { return 5; });
  pid = child.pid();
  Guarded<int> status;
  report("__WCLONE", sys::wait4(pid, &status, static_cast<int>(__WCLONE), nullptr));
  Thread thread([](void *) { in_thread = sys::wait4(pid, nullptr, __WNOTHREAD, nullptr); });
  thread.join();
  report("__WNOTHREAD in another thread", in_thread);
  report("__WNOTHREAD here, against the child",
         compared(sys::wait4(child.release(), &status, __WNOTHREAD, nullptr).value, int64_t{pid}));
  report("status", WaitStatus{*status});
  Child second = setup::fork([] { return 6; });
  pid = second.release();
  report("__WALL|__WCLONE against the child",
         compared(sys::wait4(pid, &status, static_cast<int>(__WALL | __WCLONE), nullptr).value, int64_t{pid}));
  report("status", WaitStatus{*status});
}
