// set_tid_address returns the caller's thread id. When the thread exits, the word that it gave
// last becomes 0, and one of the threads that wait on it is woken.
// Covers: set_tid_address result, word cleared, one waiter woken
#include "wali/test.h"

namespace {

int first = 1111, word = 2222;
int64_t tid;
Result results[2];

void wait_on_word(void *) { sys::futex(&word, FUTEX_WAIT, 2222, nullptr, nullptr, 0); }

void name_word_and_exit(void *) {
  results[0] = sys::set_tid_address(&first);
  results[1] = sys::set_tid_address(&word);
  tid = sys::gettid().value;
  setup::await_waiters(&word, 2);
  sys::exit(7);
}

} // namespace

void test() {
  Thread one(wait_on_word), other(wait_on_word);
  const int exiting = setup::start_thread(name_word_and_exit, nullptr);
  setup::await_exit(exiting);
  report("in the thread, gettid", Result{tid});
  report("in the thread, set_tid_address", results[0]);
  report("in the thread, set_tid_address of another word", results[1]);
  report("the word named first", first);
  report("the word named last", word);
  report("waiters left", setup::waiters(&word));
  report("FUTEX_WAKE", sys::futex(&word, FUTEX_WAKE, 100, nullptr, nullptr, 0));
}
