// A thread starts with the ids and groups of the thread that started it. What it changes it has
// alone, and its children begin with that.
// Covers: setresuid threads, fork
// Covers: setresgid threads
// Covers: setgroups threads
// Covers: getuid threads
// Covers: geteuid threads
// Covers: getgid threads
// Covers: getegid threads
// Covers: getgroups threads
// REQUIRES: root
#include "wali/test.h"

namespace {

void report_ids(Text where) {
  uint32_t groups[2] = {};
  report(label(where, ", user ids"), label(sys::getuid().value, " ", sys::geteuid().value));
  report(label(where, ", group ids"), label(sys::getgid().value, " ", sys::getegid().value));
  report(label(where, ", getgroups"), sys::getgroups(2, groups));
  report(label(where, ", groups"), label(groups[0], " ", groups[1]));
}

} // namespace

void test() {
  const uint32_t groups[] = {41, 42};
  setup::require_zero("setgroups", sys::setgroups(2, groups));
  setup::require_zero("setresgid", sys::setresgid(11, 12, 12));
  setup::require_zero("setresuid", sys::setresuid(1, 0, 0));
  Thread([](void *) {
    const uint32_t others[] = {51};
    report_ids("in a thread");
    report("setgroups", sys::setgroups(1, others));
    report("setresgid", sys::setresgid(21, 22, 22));
    report("setresuid", sys::setresuid(5, 6, 6));
    report_ids("in the thread");
    setup::in_child([] { report_ids("in a child of the thread"); });
  }).join();
  report_ids("in the main thread");
}
