// If a handler with SA_RESTART forks while openat of a FIFO waits among threads, openat goes on in the
// parent and in the child.
// Covers: openat SA_RESTART, fork in a handler, FIFO among threads
#include "wali/test.h"

namespace {

int *handled; // shared with children: how many handlers have forked
int child = -1;
Event end;

void fork_once(int) {
  child = sys::fork().pid();
  __atomic_fetch_add(handled, 1, __ATOMIC_SEQ_CST);
}

} // namespace

void test() {
  handled = &setup::shared<int>();
  setup::make_fifo("fifo");
  setup::on_signal(SIGUSR2, fork_once, SA_RESTART);
  const int parent = sys::getpid().pid();
  Child writer = setup::fork([&] {
    setup::sleep_ms(20); // until it waits, most likely
    setup::require_zero("tkill", sys::tkill(parent, SIGUSR2));
    while (__atomic_load_n(handled, __ATOMIC_SEQ_CST) < 2)
      setup::sleep_ms(2);
    Fd fifo = setup::open("fifo", O_WRONLY);
    while (__atomic_load_n(handled, __ATOMIC_SEQ_CST) < 4)
      setup::sleep_ms(2);
  });
  Thread other([](void *) { end.wait(); });
  const Result reader = sys::openat(AT_FDCWD, "fifo", O_RDONLY, 0);
  __atomic_fetch_add(handled, 1, __ATOMIC_SEQ_CST);
  if (child == 0) {
    leave(7 + static_cast<int>(setup::descriptor_flags(reader.fd()).value));
  }
  end.set();
  report("openat", reader);
  report("flags of its descriptor", setup::descriptor_flags(reader.fd()));
  int status = 0;
  report("fork", child);
  report("wait4", sys::wait4(child, &status, 0, nullptr));
  report("openat in the child, flags of its descriptor", WaitStatus{status});
  report("writer", writer.wait());
}
