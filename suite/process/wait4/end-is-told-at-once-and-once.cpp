// wait4 with WNOHANG returns the status of a child that has ended at once, and only once.
// Covers: wait4 WNOHANG, zombie
#include "suite/process/sigchld.h"

void test() {
  keep_sigchld();
  const int first = setup::fork([] { return 3; }).release();
  await_sigchld();
  const int second = setup::fork([] { return 4; }).release();
  await_sigchld();
  report("fork", first);
  report("fork", second);
  WaitStatus status = {0};
  report("wait4 of the second", sys::wait4(second, &status.value, WNOHANG, nullptr));
  report("status", status);
  report("wait4 of any", sys::wait4(-1, &status.value, WNOHANG, nullptr));
  report("status", status);
  report("wait4 of any again", sys::wait4(-1, &status.value, WNOHANG, nullptr));
}
