// A thread that has changed its ids is told them, and not those of the process's first.
// Covers: getuid threads
// Covers: getgid threads
// Covers: geteuid threads
// Covers: getegid threads
// REQUIRES: root
#include "wali/test.h"

namespace {

void look(void *) {
  report("setresgid", sys::setresgid(1001, 1002, 1003));
  report("setresuid", sys::setresuid(2001, 2002, 2003));
  report("in the thread, getuid", sys::getuid());
  report("in the thread, geteuid", sys::geteuid());
  report("in the thread, getgid", sys::getgid());
  report("in the thread, getegid", sys::getegid());
}

} // namespace

void test() {
  Thread(look).join();
  report("in the main thread, getuid", sys::getuid());
  report("in the main thread, getgid", sys::getgid());
}
