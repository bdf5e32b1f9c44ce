// With no or only one descriptor left pipe is EMFILE, stores nothing and keeps
// nothing open.
// Covers: pipe EMFILE
#include "wali/test.h"

void test() {
  Fd last = setup::open(".", O_RDONLY);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(last) + 1);
  Guarded<int[2]> ends;
  report("pipe with none left", sys::pipe(*&ends));
  report_poison("ends", ends);
  int number = last;
  last.reset();
  report("pipe with one left", sys::pipe(*&ends));
  report_poison("ends", ends);
  report("the one left", setup::descriptor_flags(number));
  report("opened against it", compared<int>(setup::open(".", O_RDONLY), number));
}
