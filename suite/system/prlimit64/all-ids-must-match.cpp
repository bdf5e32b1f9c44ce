// Without privilege the limits of another process can be asked for only if its real, effective
// and saved user and group ids are all the caller's real ones.
// Covers: prlimit64 EPERM, ids
// REQUIRES: root
#include "wali/test.h"

namespace {

struct Ids {
  uint32_t real, effective, saved;
};

void report_asked(const char *name, Ids user, Ids group) {
  Event &ready = setup::shared<Event>();
  Child target = setup::fork([&] {
    setup::require_zero("setresgid", sys::setresgid(group.real, group.effective, group.saved));
    setup::require_zero("setresuid", sys::setresuid(user.real, user.effective, user.saved));
    ready.set();
    for (;;)
      setup::sleep_ms(1000);
  });
  ready.wait();
  setup::in_child([&] {
    setup::require_zero("setresgid", sys::setresgid(7, 7, 7));
    setup::require_zero("setresuid", sys::setresuid(5, 6, 6));
    rlimit limits;
    report(name, sys::prlimit64(target.pid(), RLIMIT_NOFILE, nullptr, &limits));
  });
}

} // namespace

void test() {
  report_asked("all are its real ones", {5, 5, 5}, {7, 7, 7});
  report_asked("another real user", {6, 5, 5}, {7, 7, 7});
  report_asked("another effective user", {5, 6, 5}, {7, 7, 7});
  report_asked("another saved user", {5, 5, 6}, {7, 7, 7});
  report_asked("another real group", {5, 5, 5}, {8, 7, 7});
  report_asked("another effective group", {5, 5, 5}, {7, 8, 7});
  report_asked("another saved group", {5, 5, 5}, {7, 7, 8});
  report_asked("its effective user's", {6, 6, 6}, {7, 7, 7});
}
