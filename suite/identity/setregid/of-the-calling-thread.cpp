// setregid changes the ids of the calling thread, and of no other.
// Covers: setregid threads
// REQUIRES: root
#include "suite/identity/other_thread.h"

void test() {
  in_another_thread([] {
    report("setregid in a thread", sys::setregid(1000, 1000));
    report("getgid in the thread", sys::getgid());
    report("getegid in the thread", sys::getegid());
  });
  report("getgid in the main thread", sys::getgid());
  report("getegid in the main thread", sys::getegid());
}
