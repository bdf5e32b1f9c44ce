// The id is the kernel's own: /proc lists the thread under it. In a child of fork it equals the
// process id, whichever thread forked.
// Covers: gettid the kernel's id, fork
#include "wali/test.h"

namespace {

// Run by one thread at a time.
void report_ids(const char *name) {
  const Result id = sys::gettid();
  report(label(name, ", gettid"), id);
  report(label(name, ", access to its entry in /proc/self/task"),
         sys::access(label("/proc/self/task/", id.value, "/stat").c_str(), F_OK));
  setup::in_child([&] {
    report(label(name, ", in a child, getpid"), sys::getpid());
    report(label(name, ", in a child, gettid"), sys::gettid());
  });
}

void look(void *) { report_ids("thread"); }

} // namespace

void test() {
  report_ids("main thread");
  Thread thread(look);
  thread.join();
}
