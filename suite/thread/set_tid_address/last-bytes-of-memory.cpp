// The word may be the last four bytes of memory. If it leaves memory, no byte is written.
// Covers: set_tid_address last valid byte, address outside of memory
#include "wali/test.h"

namespace {

struct Exit {
  int *word;
  int64_t result;
  int tid;
  Event told;
};

void name_word_and_exit(void *pointer) {
  auto *exit = static_cast<Exit *>(pointer);
  exit->told.wait();
  exit->result = sys::set_tid_address(exit->word).value;
  sys::exit(0);
}

// The last bytes when the thread that was told `word` has gone.
void report_exit(const char *name, Exit &exit, uint8_t *last, uint8_t *word) {
  __builtin_memset(last, poison, 8);
  exit.word = reinterpret_cast<int *>(word);
  exit.told.set();
  setup::await_exit(exit.tid);
  report("the thread's id", exit.tid);
  report(label(name, ", set_tid_address"), Result{exit.result});
  report(label(name, ", last bytes"), Text(last, 8));
}

} // namespace

void test() {
  static Exit first, second;
  for (Exit *exit : {&first, &second})
    exit->tid = setup::start_thread(name_word_and_exit, exit);
  uint8_t *last = setup::last_bytes(8); // nothing is mapped from here on
  report_exit("the last four bytes", first, last, last + 4);
  report_exit("two bytes that are there and two that are not", second, last, last + 6);
}
