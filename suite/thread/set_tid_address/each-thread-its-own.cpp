// Each thread has a word of its own: the end of one thread clears the word that it named, and
// leaves that of another alone until this one ends.
// Covers: set_tid_address each thread
#include "wali/test.h"

namespace {

struct Named {
  int word;
  Event named, finish;
};

void name_and_exit(void *pointer) {
  auto *named = static_cast<Named *>(pointer);
  sys::set_tid_address(&named->word);
  named->named.set();
  named->finish.wait();
  sys::exit(0);
}

} // namespace

void test() {
  static Named first = {111, {}, {}}, second = {222, {}, {}};
  const int one = setup::start_thread(name_and_exit, &first), other = setup::start_thread(name_and_exit, &second);
  first.named.wait();
  second.named.wait();
  first.finish.set();
  setup::await_exit(one);
  report("when the first has ended", label(first.word, " and ", second.word));
  second.finish.set();
  setup::await_exit(other);
  report("when the second has ended", label(first.word, " and ", second.word));
}
