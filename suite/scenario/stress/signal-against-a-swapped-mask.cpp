// A signal that only ppoll and rt_sigsuspend do not block interrupts each of their waits,
// however close to the beginning of the wait it comes. It is never handled outside of a wait.
// Another signal, which nothing blocks, is sent at the same time.
// Covers: stress signals against ppoll and rt_sigsuspend
#include "suite/scenario/stress/aim.h"

namespace {

volatile bool waiting;
volatile int handled, handled_outside, others_handled;

void let_through(int) {
  handled = handled + 1;
  handled_outside = handled_outside + !waiting;
}

void count_other(int) { others_handled = others_handled + 1; }

// Sends the other signal whenever it is asked to.
int send(int parent, int requests) {
  char byte;
  while (sys::read(requests, &byte, 1).value == 1)
    if (!sys::kill(parent, SIGUSR2).ok())
      return 1;
  return 7;
}

// Waits, by one call and the other in turn, until the round's signal has come, and
// then without blocking for the other one, which no wait is sure to meet. Gives the
// number of waits that ended in another way than by a signal.
int wait_for(int round) {
  const sigset none = 0;
  int otherwise = 0;
  while (handled <= round && otherwise == 0) {
    waiting = true;
    Result result =
        round % 2 ? sys::ppoll(nullptr, 0, nullptr, &none, sizeof(none)) : sys::rt_sigsuspend(&none, sizeof(none));
    waiting = false;
    otherwise += result.value != -EINTR;
  }
  while (others_handled <= round)
    sys::sched_yield();
  return otherwise;
}

} // namespace

void test() {
  const int rounds = setup::rounds(300);
  setup::on_signal(SIGALRM, let_through);
  setup::on_signal(SIGUSR2, count_other, SA_RESTART);
  setup::block(SIGALRM);
  Pipe requests = setup::pipe();
  const int parent = sys::getpid().pid();
  Child child = setup::fork([&] {
    requests.write.reset();
    return send(parent, requests.read);
  });
  Aim aim;
  int otherwise = 0;
  for (int round = 0; round < rounds; ++round) {
    setup::write_all(requests.write, "y");
    aim.shoot();
    sigset pending = 0;
    setup::require_zero("rt_sigpending", sys::rt_sigpending(&pending, sizeof(pending)));
    otherwise += wait_for(round);
    aim.learn(pending & signal_bit(SIGALRM));
  }
  requests.write.reset();
  report("signals handled too often", handled - rounds);
  report("handled outside of a wait", int{handled_outside});
  report("others handled too often", others_handled - rounds);
  report("waits that ended otherwise", otherwise);
  report("child", child.wait());
}
