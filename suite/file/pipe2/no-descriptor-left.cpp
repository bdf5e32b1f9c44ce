// With no or only one descriptor left pipe2 is EMFILE, stores nothing and keeps
// nothing open.
// Covers: pipe2 EMFILE
#include "wali/test.h"

void test() {
  Fd last = setup::open(".", O_RDONLY);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(last) + 1);
  Guarded<int[2]> ends;
  report("pipe2 with none left", sys::pipe2(*&ends, O_CLOEXEC));
  report_poison("ends", ends);
  int number = last;
  report("last descriptor", number);
  last.reset();
  report("pipe2 with one left", sys::pipe2(*&ends, O_CLOEXEC));
  report_poison("ends", ends);
  report("the one left", setup::descriptor_flags(number));
  report("open", sys::open(".", O_RDONLY, 0));
}
