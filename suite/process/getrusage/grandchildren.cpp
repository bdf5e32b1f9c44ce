// RUSAGE_CHILDREN counts grandchildren too, if their parent has waited for them; those
// that it has not waited for are not counted.
// Covers: getrusage RUSAGE_CHILDREN, grandchildren
#include "wali/test.h"

namespace {

int64_t microseconds(int who) {
  struct rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(who, &usage));
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

// Works until this process has used 300 ms.
void work() {
  while (microseconds(RUSAGE_SELF) < 300000) {
  }
}

} // namespace

void test() {
  setup::in_child([] {
    setup::set_disposition(SIGCHLD, SIG_IGN); // so that nobody waits for the child's child
    Pipe end = setup::pipe();
    setup::fork([&] {
      end.read.reset();
      work();
    }).release();
    end.write.reset();
    char byte;
    sys::read(end.read, &byte, 1); // end of file when the grandchild has gone
  });
  report("not waited for, compared with 150000 microseconds", compared(microseconds(RUSAGE_CHILDREN), int64_t{150000}));
  setup::in_child([] { setup::in_child(work); });
  report("waited for, compared with 299999 microseconds", compared(microseconds(RUSAGE_CHILDREN), int64_t{299999}));
}
