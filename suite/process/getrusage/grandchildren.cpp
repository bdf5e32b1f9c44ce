// RUSAGE_CHILDREN counts grandchildren too, if their parent has waited for them. Those that it has not waited for are
// not counted.
// Covers: getrusage RUSAGE_CHILDREN, grandchildren
#include "suite/process/getrusage/used.h"

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
