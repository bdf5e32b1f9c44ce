// Threads are no children: wait4 finds neither one that runs nor one that has ended.
// Covers: wait4 ECHILD, threads, __WALL, __WCLONE
#include "wali/test.h"

namespace {

Event end;

void report_waits(int tid) {
  report("wait4 of any child", sys::wait4(-1, nullptr, WNOHANG, nullptr));
  report("__WALL", sys::wait4(-1, nullptr, WNOHANG | __WALL, nullptr));
  report("__WCLONE", sys::wait4(-1, nullptr, static_cast<int>(WNOHANG | __WCLONE), nullptr));
  report("__WALL, the thread's id", sys::wait4(tid, nullptr, WNOHANG | __WALL, nullptr));
}

} // namespace

void test() {
  const int tid = setup::start_thread([](void *) { end.wait(); });
  report_waits(tid);
  end.set();
  setup::await_exit(tid);
  report_waits(tid);
}
