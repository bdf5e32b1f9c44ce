// The signal of PR_SET_PDEATHSIG is read back as 4 bytes, and a child does not inherit it. A
// signal that does not exist is refused, and an int that reaches beyond memory is not written.
// Covers: prctl PR_SET_PDEATHSIG, PR_GET_PDEATHSIG, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  auto address = [](const void *pointer) { return static_cast<uint64_t>(reinterpret_cast<uintptr_t>(pointer)); };
  Guarded<int> signal;
  report("PR_SET_PDEATHSIG", sys::prctl(PR_SET_PDEATHSIG, SIGUSR1, 0, 0, 0));
  report("PR_SET_PDEATHSIG of 65", sys::prctl(PR_SET_PDEATHSIG, 65, 0, 0, 0));
  report("PR_GET_PDEATHSIG", sys::prctl(PR_GET_PDEATHSIG, address(&signal), 0, 0, 0));
  report("signal", Signal{*signal});
  report_walls("walls", signal);
  setup::in_child([&] {
    report("in a child, PR_GET_PDEATHSIG", sys::prctl(PR_GET_PDEATHSIG, address(&signal), 0, 0, 0));
    report("in a child, signal", *signal);
  });
  uint8_t *last = setup::last_bytes(2);
  __builtin_memset(last, poison, 2);
  report("PR_GET_PDEATHSIG across the end of memory", sys::prctl(PR_GET_PDEATHSIG, address(last), 0, 0, 0));
  report_poison("last bytes of memory", last, 2);
}
