// A word in a file that is mapped twice is one word for shared operations, and two words for
// private operations, which use only the address.
// Covers: futex FUTEX_PRIVATE_FLAG, shared mapping of a file
#include "wali/test.h"

namespace {

int *views[2];

void wait_shared(void *) { sys::futex(views[0], FUTEX_WAIT, 0, nullptr, nullptr, 0); }
void wait_private(void *) { sys::futex(views[0], FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 0, nullptr, nullptr, 0); }

// Once a waiter is seen at the first view: what a wake at the second and then
// one at the first wakes, with the same flag.
void report_wakes(const char *name, Thread::Function wait, int flag) {
  Thread thread(wait);
  setup::await_waiters(views[0], 1, flag);
  int other = flag ^ FUTEX_PRIVATE_FLAG;
  report(label(name, ", with the other flag"), sys::futex(views[0], FUTEX_WAKE | other, 100, nullptr, nullptr, 0));
  report(label(name, ", at the other address"), sys::futex(views[1], FUTEX_WAKE | flag, 100, nullptr, nullptr, 0));
  report(label(name, ", at its address"), sys::futex(views[0], FUTEX_WAKE | flag, 100, nullptr, nullptr, 0));
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 4096);
  for (int *&view : views)
    view = reinterpret_cast<int *>(
        setup::require_address("mmap", sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), 4096));
  report_wakes("shared", wait_shared, 0);
  report_wakes("private", wait_private, FUTEX_PRIVATE_FLAG);
}
