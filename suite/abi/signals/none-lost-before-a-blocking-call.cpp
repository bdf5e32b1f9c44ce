// A signal that comes just before a call blocks is not forgotten until the call
// returns: two thousand times one signal, whose handler feeds the read.
// Covers: signals race before a blocking call
#include "wali/test.h"

namespace {

constexpr int rounds = 2000;
int feed;

void handler(int) { sys::write(feed, "x", 1); }

// Sends one signal a round, a little later each time, and awaits the answer.
int send(int parent, int answers) {
  char byte;
  for (int round = 0; round < rounds; ++round) {
    volatile int delay = round % 400;
    while (delay > 0)
      delay = delay - 1;
    if (!sys::kill(parent, SIGUSR1).ok() || sys::read(answers, &byte, 1).value != 1)
      return 1;
  }
  return 7;
}

} // namespace

void test() {
  setup::on_signal(SIGUSR1, handler);
  Pipe fed = setup::pipe(), answers = setup::pipe();
  feed = fed.write;
  int parent = sys::getpid().pid();
  Child child = setup::fork([&] { return send(parent, answers.read); });
  int answered = 0;
  for (; answered < rounds; ++answered) {
    char byte;
    Result result;
    do
      result = sys::read(fed.read, &byte, 1);
    while (result.value == -EINTR);
    if (result.value != 1)
      break;
    setup::write_all(answers.write, "y");
  }
  report("signals answered", answered);
  report("child", child.wait());
}
