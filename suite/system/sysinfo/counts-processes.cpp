// The number of processes counts at least the four of this program.
// Covers: sysinfo procs
#include "wali/test.h"

void test() {
  Pipe told = setup::pipe();
  const auto wait = [&] {
    told.write.reset();
    setup::read_all(told.read);
  };
  Child first = setup::fork(wait), second = setup::fork(wait), third = setup::fork(wait);
  struct sysinfo info = {};
  report("sysinfo", sys::sysinfo(&info));
  report("procs compared with 3", compared(uint64_t{info.procs}, uint64_t{3}));
}
