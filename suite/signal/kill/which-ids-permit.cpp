// Without privilege a process may be signalled if its real or saved user id is the sender's real or
// effective one. The sender's saved id and the target's effective id do not count.
// Covers: kill EPERM, user ids
// REQUIRES: root
#include "wali/test.h"

namespace {

struct Ids {
  uint32_t real, effective, saved;
};

// The sender's ids are 1, 2 and 3.
void report_signalled(const char *name, Ids ids) {
  Event &ready = setup::shared<Event>();
  Child target = setup::fork([&] {
    setup::require_zero("setresuid", sys::setresuid(ids.real, ids.effective, ids.saved));
    ready.set();
    for (;;)
      setup::sleep_ms(1000);
  });
  ready.wait();
  setup::in_child([&] {
    setup::require_zero("setresuid", sys::setresuid(1, 2, 3));
    report(name, sys::kill(target.pid(), 0));
  });
}

} // namespace

void test() {
  report_signalled("real id, the sender's real", {1, 9, 9});
  report_signalled("saved id, the sender's real", {9, 9, 1});
  report_signalled("real id, the sender's effective", {2, 9, 9});
  report_signalled("saved id, the sender's effective", {9, 9, 2});
  report_signalled("effective id, the sender's real", {9, 1, 9});
  report_signalled("effective id, the sender's effective", {9, 2, 9});
  report_signalled("real id, the sender's saved", {3, 9, 9});
  report_signalled("saved id, the sender's saved", {9, 9, 3});
}
