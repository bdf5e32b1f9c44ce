// A thread that returns from its function ends as if it had called exit with 0. If it is the last
// one, the process ends with status 0.
// Covers: threads return
// Covers: exit status of the last thread
#include "wali/test.h"

namespace {

// Cleared when the thread that named it has gone.
int word;

void name_word() {
  __atomic_store_n(&word, 1, __ATOMIC_RELEASE);
  sys::set_tid_address(&word);
}

void await_end() {
  while (__atomic_load_n(&word, __ATOMIC_ACQUIRE) != 0)
    sys::sched_yield();
}

void return_after_main(void *) { await_end(); }
void return_first(void *) { name_word(); }

} // namespace

void test() {
  Child child = setup::fork([] {
    name_word();
    Thread thread(return_after_main);
    sys::exit(5);
  });
  report("child whose last thread returns", child.wait());
  Child other = setup::fork([] {
    {
      Thread thread(return_first);
    }
    await_end();
    sys::exit(0x1234);
  });
  report("child whose main thread exits last", other.wait());
}
