// The ids of the calling thread decide. A thread that becomes an ordinary user is refused root's
// file, while other threads are not.
// Covers: access threads, EACCES
// Covers: faccessat threads, EACCES
// Covers: faccessat2 threads, EACCES
// Covers: chmod threads, EPERM
// Covers: chdir threads, EACCES
// REQUIRES: root
#include "wali/test.h"

namespace {

void attempt() {
  report("access", sys::access("file", R_OK));
  report("faccessat", sys::faccessat(AT_FDCWD, "file", R_OK, 0));
  report("faccessat2", sys::faccessat2(AT_FDCWD, "file", R_OK, AT_EACCESS));
  report("chmod", sys::chmod("file", 0600));
  report("chdir", sys::chdir("closed"));
}

} // namespace

void test() {
  setup::write_file("file", "");
  setup::mkdir("closed");
  static Event changed, asked;
  Thread thread([](void *) {
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    changed.set();
    asked.wait();
    report("geteuid in the ordinary user's thread", sys::geteuid());
    attempt();
  });
  changed.wait();
  report("geteuid in root's thread", sys::geteuid());
  attempt();
  setup::chdir("..");
  asked.set();
  thread.join();
}
