// A new thread and a child of fork have no word to be cleared at their end, although the one
// that made them has named one.
// Covers: set_tid_address threads, fork
#include "wali/test.h"

namespace {

int *word;

// The state of the process's first thread, as /proc has it: `PID (NAME) STATE …`.
Result state() {
  const Text stat = setup::read_file("/proc/self/stat");
  size_t at = stat.size;
  while (at > 0 && stat.data[at - 1] != ')')
    --at;
  return {at + 1 < stat.size ? stat.data[at + 1] : -EIO};
}

void wait_for_main(void *) {
  setup::await("the first thread's end", state, [](Result seen) { return seen.value == 'Z'; });
  leave(8);
}

void end(void *) { sys::exit(0); }

} // namespace

void test() {
  word = &setup::shared<int>();
  *word = 77;
  report("set_tid_address", sys::set_tid_address(word));
  report("gettid", sys::gettid());
  setup::await_exit(setup::start_thread(end));
  report("word after another thread's end", *word);
  Child child = setup::fork([] {
    setup::start_thread(wait_for_main);
    sys::exit(9);
  });
  report("child whose first thread has ended", child.wait());
  report("word afterwards", *word);
}
