// setgid changes the ids of the calling thread, and of no other.
// Covers: setgid threads
// REQUIRES: root
#include "suite/identity/other_thread.h"

void test() {
  in_another_thread([] {
    report("setgid in a thread", sys::setgid(1000));
    report("getgid in the thread", sys::getgid());
    report("getegid in the thread", sys::getegid());
  });
  report("getgid in the main thread", sys::getgid());
  report("getegid in the main thread", sys::getegid());
}
