// wait4 refuses unknown options, ids of processes that are not the caller's children, groups
// without children, and the id that no group can have.
// Covers: wait4 EINVAL, ECHILD, ESRCH
#include "wali/test.h"

void test() {
  Guarded<int> status;
  Guarded<struct rusage> usage;
  report("without children", sys::wait4(-1, &status, 0, &usage));
  report_poison("usage", usage);
  Child child = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  setup::on_signal(SIGUSR2, [](int) {});
  Interrupter interrupter(SIGUSR2); // a wait that should be none ends
  report("unknown option", sys::wait4(child.pid(), &status, 0x10, nullptr));
  report("an id that is no child's", sys::wait4(1, &status, 0, nullptr));
  report("a group without children", sys::wait4(-0x7ffffff0, &status, 0, nullptr));
  report("the most negative id", sys::wait4(static_cast<int>(0x80000000), &status, 0, nullptr));
  report_poison("status", status);
}
