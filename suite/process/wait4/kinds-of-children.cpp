// __WCLONE waits for children that end without SIGCHLD, which fork does not make, __WALL for both
// kinds, and __WNOTHREAD only for those of the calling thread.
// Covers: wait4 __WCLONE, __WALL, __WNOTHREAD, ECHILD
#include "wali/test.h"

void test() {
  static int pid;
  pid = setup::fork([] { return 5; }).release();
  Guarded<int> status;
  report("fork", pid);
  report("__WCLONE", sys::wait4(pid, &status, static_cast<int>(__WCLONE), nullptr));
  Thread([](void *) {
    report("__WNOTHREAD in another thread", sys::wait4(pid, nullptr, __WNOTHREAD, nullptr));
  }).join();
  report("__WNOTHREAD in the thread that forked", sys::wait4(pid, &status, __WNOTHREAD, nullptr));
  report("status", WaitStatus{*status});
  pid = setup::fork([] { return 6; }).release();
  report("fork", pid);
  report("__WALL|__WCLONE", sys::wait4(pid, &status, static_cast<int>(__WALL | __WCLONE), nullptr));
  report("status", WaitStatus{*status});
}
