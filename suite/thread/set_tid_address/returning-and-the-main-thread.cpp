// The word becomes 0 also when a thread returns from its function, and when the main
// thread exits before the others.
// Covers: set_tid_address return from the thread's function, main thread
#include "wali/test.h"

namespace {

int word;

void wait_until_zero() {
  for (int value; (value = __atomic_load_n(&word, __ATOMIC_ACQUIRE)) != 0;)
    sys::futex(&word, FUTEX_WAIT, value, nullptr, nullptr, 0);
}

void name_word(void *) {
  word = 55;
  sys::set_tid_address(&word);
}

void wait_for_main(void *) {
  wait_until_zero();
  leave(8);
}

} // namespace

void test() {
  {
    Thread thread(name_word);
  }
  wait_until_zero();
  report("word after the thread's function has returned", word);
  Child child = setup::fork([] {
    word = 66;
    sys::set_tid_address(&word);
    Thread thread(wait_for_main);
    sys::exit(9);
  });
  report("child whose main thread exits first", child.wait());
}
