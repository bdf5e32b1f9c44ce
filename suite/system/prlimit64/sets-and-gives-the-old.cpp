// One call sets a new limit and gives the old; a child's limits can be read
// and set by its id; a process that does not exist is an error.
// Covers: prlimit64 old limit, another process, ESRCH, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  const rlimit first = {300, 700}, second = {200, 600};
  Guarded<rlimit> old;
  report("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, &first, nullptr));
  report("prlimit64 again", sys::prlimit64(0, RLIMIT_NOFILE, &second, &old));
  report("old", *old);
  report_walls("walls", old);
  Pipe pipe = setup::pipe();
  Child child = setup::fork([&] {
    char byte;
    sys::read(pipe.read, &byte, 1);
    rlimit seen = {};
    sys::getrlimit(RLIMIT_NOFILE, &seen);
    return static_cast<int>(seen.rlim_cur);
  });
  const rlimit childs = {99, 600};
  old.fill();
  report("prlimit64 of a child", sys::prlimit64(child.pid(), RLIMIT_NOFILE, &childs, &old));
  report("its old", *old);
  setup::write_all(pipe.write, "x");
  report("what the child sees", child.wait());
  old.fill();
  report("no such process", sys::prlimit64(0x7ffffff0, RLIMIT_NOFILE, nullptr, &old));
  report_poison("old afterwards", old);
  report("no such resource", sys::prlimit64(0, 99, nullptr, &old));
  report_poison("old afterwards", old);
  report("bad new limit", sys::prlimit64(0, RLIMIT_NOFILE, static_cast<rlimit *>(setup::bad_address()), nullptr));
  report("bad old limit", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, static_cast<rlimit *>(setup::bad_address())));
}
