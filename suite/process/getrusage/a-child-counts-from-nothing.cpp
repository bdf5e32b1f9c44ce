// A child's usage starts at zero: it contains neither its parent's time nor the time of children
// that its parent has waited for.
// Covers: getrusage RUSAGE_SELF, RUSAGE_CHILDREN, fork
// Covers: fork resource usage
#include "suite/process/getrusage/used.h"

void test() {
  work();
  setup::in_child(work);
  setup::in_child([] {
    report("microseconds of the child compared with 150000", compared(microseconds(RUSAGE_SELF), int64_t{150000}));
    report("microseconds of its children", microseconds(RUSAGE_CHILDREN));
  });
}
