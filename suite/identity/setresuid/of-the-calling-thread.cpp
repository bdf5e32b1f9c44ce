// setresuid changes the ids of the calling thread, and of no other.
// Covers: setresuid threads
// REQUIRES: root
#include "suite/identity/other_thread.h"

void test() {
  in_another_thread([] {
    report("setresuid in a thread", sys::setresuid(1000, 1000, 1000));
    report("getuid in the thread", sys::getuid());
    report("geteuid in the thread", sys::geteuid());
  });
  report("getuid in the main thread", sys::getuid());
  report("geteuid in the main thread", sys::geteuid());
}
