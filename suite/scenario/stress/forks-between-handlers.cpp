// A process forks while signals interrupt it at any moment. No signal is lost or handled
// twice, and none is handled in a child, to which it was not sent.
// Covers: stress forks and handler runs
// Covers: fork while handlers run
#include "wali/test.h"

namespace {

struct Shared {
  int parent, sent, handled, handled_in_children;
  bool stop;
};
Shared *shared;
int answers;

void answer(int) {
  if (sys::getpid().value != shared->parent) {
    ++shared->handled_in_children;
    return;
  }
  ++shared->handled;
  sys::write(answers, "y", 1);
}

// Sends a signal whenever the one before has been handled.
int send(int answered) {
  char byte;
  for (; !__atomic_load_n(&shared->stop, __ATOMIC_ACQUIRE); ++shared->sent)
    if (!sys::kill(shared->parent, SIGUSR2).ok() || sys::read(answered, &byte, 1).value != 1)
      return 1;
  return 7;
}

// Some time in which a signal would be seen, and memory is used.
int work() {
  uint8_t *bytes = setup::map(20000);
  for (int i = 0; i < 20; ++i)
    bytes[i * 1000] = static_cast<uint8_t>(sys::getppid().value == shared->parent);
  return sys::munmap(bytes, 20000).ok() ? 4 : 1;
}

} // namespace

void test() {
  const int rounds = setup::rounds(50);
  shared = &setup::shared<Shared>();
  shared->parent = sys::getpid().pid();
  setup::on_signal(SIGUSR2, answer, SA_RESTART);
  Pipe pipe = setup::pipe();
  answers = pipe.write;
  Child sender = setup::fork([&] { return send(pipe.read); });
  while (__atomic_load_n(&shared->handled, __ATOMIC_ACQUIRE) == 0) // a busy machine may start the sender late
    sys::sched_yield();
  int good = 0;
  for (int i = 0; i < rounds; ++i)
    good += setup::fork(work).wait().value == 4 << 8;
  __atomic_store_n(&shared->stop, true, __ATOMIC_RELEASE);
  report("sender", sender.wait());
  report("children that ended otherwise", rounds - good);
  report("signals handled in children", shared->handled_in_children);
  report("signals sent", shared->sent);
  report("signals handled", shared->handled);
}
