// A limit that prlimit64 sets for a child acts there at once, and not in the caller.
// Covers: prlimit64 another process, RLIMIT_FSIZE
#include "wali/test.h"

namespace {

struct Shared {
  Event ready, set;
  Result within, beyond;
};

} // namespace

void test() {
  setup::set_disposition(SIGXFSZ, SIG_IGN);
  Shared &shared = setup::shared<Shared>();
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  Child child = setup::fork([&] {
    shared.ready.set();
    shared.set.wait();
    shared.within = sys::pwrite64(file, "0123456789abcdef", 16, 0);
    shared.beyond = sys::pwrite64(file, "x", 1, 10);
  });
  shared.ready.wait();
  const rlimit ten = {10, 20};
  report("prlimit64", sys::prlimit64(child.pid(), RLIMIT_FSIZE, &ten, nullptr));
  shared.set.set();
  report("child", child.wait());
  report("in the child, across the limit", shared.within);
  report("in the child, at the limit", shared.beyond);
  report("in its parent", sys::pwrite64(file, "x", 1, 100));
}
