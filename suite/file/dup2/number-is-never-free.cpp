// While dup2 replaces what is open under a number, the number is never free: a thread that opens
// descriptors all the time never gets it.
// Covers: dup2 threads, closes the new one
#include "wali/test.h"

namespace {

int number, given, opened;
bool done;

void open_and_close(void *) {
  while (!__atomic_load_n(&done, __ATOMIC_ACQUIRE)) {
    const Result copy = sys::dup(0);
    given += copy.value == number;
    __atomic_fetch_add(&opened, 1, __ATOMIC_RELAXED);
    setup::require_zero("close", sys::close(setup::require_fd("dup", copy)));
  }
}

} // namespace

void test() {
  setup::write_file("file", "of the file");
  Fd lowest = setup::open("/dev/null", O_RDONLY), file = setup::open("file", O_RDONLY);
  number = lowest;
  report("number", number);
  Result last = {};
  {
    Thread thread(open_and_close);
    // Until both have done it often: on one processor the other may begin late.
    for (int i = 0; i < 2000 || __atomic_load_n(&opened, __ATOMIC_RELAXED) < 1000; ++i)
      last = sys::dup2(file, number);
    __atomic_store_n(&done, true, __ATOMIC_RELEASE);
  }
  report("dup2", last);
  report("times that it was given to the other thread", given);
  report("the number reads", setup::read_all(number));
}
