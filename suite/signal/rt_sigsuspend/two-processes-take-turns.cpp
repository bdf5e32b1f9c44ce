// Two processes that send each other a signal in turn, and wait for it in rt_sigsuspend, never
// miss one.
// Covers: rt_sigsuspend no signal lost
#include "wali/test.h"

namespace {

constexpr int rounds = 500;
int runs;

// Waits for SIGUSR2, which is blocked otherwise, and answers it.
int play(int other, bool begins) {
  const sigset none = 0;
  int answered = 0;
  for (; answered < rounds; ++answered) {
    if (begins && !sys::kill(other, SIGUSR2).ok())
      break;
    if (sys::rt_sigsuspend(&none, 8).value != -EINTR || runs != answered + 1)
      break;
    if (!begins && !sys::kill(other, SIGUSR2).ok())
      break;
  }
  return answered;
}

} // namespace

void test() {
  setup::block(SIGUSR2);
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::on_signal(SIGCHLD, [](int) {}); // the child's end, if it comes too early, ends the parent's wait
  int parent = sys::getpid().pid();
  int &childs_answers = setup::shared<int>();
  Child child = setup::fork([&] { childs_answers = play(parent, false); });
  report("answers", play(child.pid(), true));
  report("runs", runs);
  report("child", child.wait());
  report("the child's answers", childs_answers);
}
