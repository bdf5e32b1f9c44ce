// wait4 of -1 waits for any child, whatever its group, and returns them as they end.
// Covers: wait4 any child
#include "wali/test.h"

void test() {
  int pids[3];
  Event *ends[3];
  for (int i = 0; i < 3; ++i) {
    ends[i] = &setup::shared<Event>();
    pids[i] = setup::fork([&] {
                sys::setpgid(0, i == 1 ? 0 : sys::getpgid(0).pid());
                ends[i]->wait();
                return 10 + i;
              }).release();
    report("fork", pids[i]);
  }
  for (int i : {2, 0, 1}) {
    ends[i]->set();
    WaitStatus status = {0};
    report("wait4", sys::wait4(-1, &status.value, 0, nullptr));
    report("status", status);
  }
  report("wait4 without children", sys::wait4(-1, nullptr, 0, nullptr));
}
