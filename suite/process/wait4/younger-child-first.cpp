// wait4 for any child returns the one that has ended, even while an older one lives.
// Covers: wait4 any child, WNOHANG
#include "suite/process/sigchld.h"

void test() {
  auto &end = setup::shared<Event>();
  keep_sigchld();
  const int older = setup::fork([&] {
                      end.wait();
                      return 3;
                    }).release();
  const int younger = setup::fork([] { return 4; }).release();
  await_sigchld();
  WaitStatus status = {0};
  report("fork", older);
  report("fork", younger);
  report("wait4", sys::wait4(-1, &status.value, WNOHANG, nullptr));
  report("status", status);
  report("wait4 again", sys::wait4(-1, &status.value, WNOHANG, nullptr));
  end.set();
  report("wait4 of the older", sys::wait4(-1, &status.value, 0, nullptr));
  report("status", status);
}
