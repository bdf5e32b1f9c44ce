// With one free descriptor under a hard limit, no thread can use the memory file that another
// thread opens.
// Covers: proc-mem race, EMFILE, RLIMIT_NOFILE
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  const int rounds = setup::rounds(3000); // while the environment can be read
  containment::Thieves thieves;
  const auto most = static_cast<uint64_t>(thieves.next() + 1);
  const rlimit limits = {most, most};
  setup::require_zero("setrlimit", sys::setrlimit(RLIMIT_NOFILE, &limits));
  containment::snatch(AT_FDCWD, "/proc/self/mem", rounds);
  report("descriptors of a memory", thieves.join());
}
