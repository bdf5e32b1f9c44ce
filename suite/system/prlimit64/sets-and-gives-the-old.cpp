// prlimit64 sets new limits and returns the old ones in one call, also for a child by its id.
// Covers: prlimit64 old limit, another process
// REQUIRES: open-files-4k
#include "wali/test.h"

void test() {
  const rlimit first = {300, 700}, second = {200, 600}, childs = {99, 500};
  Guarded<rlimit> old;
  report("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, &first, nullptr));
  report("prlimit64 again", sys::prlimit64(0, RLIMIT_NOFILE, &second, &old));
  report("old", *old);
  report_walls("walls", old);
  Pipe told = setup::pipe(), answer = setup::pipe();
  Child child = setup::fork([&] {
    told.write.reset();
    setup::read_all(told.read);
    rlimit seen = {};
    setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_NOFILE, &seen));
    setup::write_all(answer.write, {&seen, sizeof(seen)});
  });
  old.fill();
  report("prlimit64 of a child", sys::prlimit64(child.pid(), RLIMIT_NOFILE, &childs, &old));
  report("its old", *old);
  told.write.reset();
  rlimit seen = {};
  setup::require_value("read", sys::read(answer.read, &seen, sizeof(seen)), sizeof(seen));
  report("what the child sees", seen);
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_NOFILE, &seen));
  report("what its parent has", seen);
}
