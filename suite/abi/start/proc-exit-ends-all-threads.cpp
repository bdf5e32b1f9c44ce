// __proc_exit ends the process and all its threads.
// Covers: start __proc_exit, threads
#include "wali/test.h"

namespace {

int word = 1; // cleared when the main thread ends

void outlive(void *) {
  while (__atomic_load_n(&word, __ATOMIC_ACQUIRE) != 0)
    sys::sched_yield();
  sys::exit_group(12);
}

} // namespace

void test() {
  Child threaded = setup::fork([] {
    sys::set_tid_address(&word);
    Thread thread(outlive);
    start::wali_proc_exit(0x1208);
    sys::exit_group(9);
  });
  report("child with another thread", threaded.wait());
  sys::exit_group(0);
}
