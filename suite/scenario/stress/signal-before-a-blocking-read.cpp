// A signal that comes just before a read blocks is handled before the read returns, thousands
// of times: what the read waits for is written by the handler.
// Covers: stress signal before a blocking read
#include "suite/scenario/stress/aim.h"

namespace {

volatile int handled;
int feed;

void handler(int) {
  handled = handled + 1;
  sys::write(feed, "x", 1);
}

} // namespace

void test() {
  const int rounds = setup::rounds(2000);
  setup::on_signal(SIGALRM, handler);
  Pipe fed = setup::pipe();
  feed = fed.write;
  Aim aim;
  int others = 0;
  for (int round = 0; round < rounds; ++round) {
    aim.shoot();
    const bool had_come = handled > round;
    char byte;
    Result result;
    do
      result = sys::read(fed.read, &byte, 1);
    while (result.value == -EINTR);
    others += result.value != 1;
    aim.learn(had_come);
  }
  report("signals handled too often", handled - rounds);
  report("reads that ended otherwise", others);
}
