// PR_SET_NO_NEW_PRIVS affects only the calling thread. An existing thread stays as it was, and a
// thread that is started afterwards inherits the setting.
// Covers: prctl PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS, threads
// REQUIRES: new-privileges
#include "wali/test.h"

namespace {

Event is_set;
Result before, after;

void ask(void *result) { *static_cast<Result *>(result) = sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0); }
void wait_and_ask(void *result) {
  is_set.wait();
  ask(result);
}

} // namespace

void test() {
  Thread earlier(wait_and_ask, &before);
  report("PR_SET_NO_NEW_PRIVS", sys::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
  is_set.set();
  earlier.join();
  Thread(ask, &after).join();
  report("in a thread that was there before", before);
  report("in a thread that was started afterwards", after);
}
