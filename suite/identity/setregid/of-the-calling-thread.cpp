// setregid changes the ids of the calling thread, and of no other.
// Covers: setregid threads
// REQUIRES: root
#include "suite/identity/other_thread.h"

void test() {
  in_another_thread("setregid in a thread", [] { return sys::setregid(1000, 1000); });
  report("getgid in the main thread", sys::getgid());
  report("getegid in the main thread", sys::getegid());
}
