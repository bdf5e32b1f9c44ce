// Three hundred threads live at the same time, three times over. Each has an id and a stack of
// its own, while a timer's signal interrupts one or another of them.
// Covers: stress hundreds of threads
// Covers: gettid hundreds of threads
#include "wali/test.h"

namespace {

constexpr int count = 300;

struct Crowd {
  int tids[count], started, finished, damaged;
  Event all_started, all_finished;
};

// What came of all crowds, in memory shared with the child.
struct Outcome {
  int started, damaged, ids_seen_twice, interrupts;
};
Outcome *outcome;

struct Member {
  Crowd *crowd;
  int number;
};

// Takes up some of the stack on which it runs.
void interrupt(int) {
  volatile uint8_t bytes[256];
  for (volatile uint8_t &byte : bytes)
    byte = 0xee;
  __atomic_fetch_add(&outcome->interrupts, 1, __ATOMIC_RELAXED);
}

// Its stack holds its number while all the others run.
void take_part(void *pointer) {
  auto [crowd, number] = *static_cast<Member *>(pointer);
  volatile int own[256];
  for (volatile int &word : own)
    word = number;
  crowd->tids[number] = sys::gettid().pid();
  if (__atomic_add_fetch(&crowd->started, 1, __ATOMIC_ACQ_REL) == count)
    crowd->all_started.set();
  crowd->all_started.wait();
  for (volatile int &word : own)
    if (word != number)
      __atomic_add_fetch(&crowd->damaged, 1, __ATOMIC_RELAXED);
  if (__atomic_add_fetch(&crowd->finished, 1, __ATOMIC_ACQ_REL) == count)
    crowd->all_finished.set();
}

int ids_seen_twice(const Crowd &crowd) {
  int twice = 0;
  for (int i = 0; i < count; ++i)
    for (int j = 0; j < i; ++j)
      twice += crowd.tids[i] == crowd.tids[j];
  return twice;
}

// Three crowds, one after another; their threads are still ending when the next
// begin.
void gather() {
  static Crowd crowds[3];
  static Member members[count];
  setup::on_signal(SIGALRM, interrupt, SA_RESTART);
  const itimerval often = {{0, 500}, {0, 500}};
  setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &often, nullptr));
  for (Crowd &crowd : crowds) {
    for (int i = 0; i < count; ++i) {
      members[i] = {&crowd, i};
      setup::start_thread(take_part, &members[i]);
    }
    crowd.all_finished.wait();
    outcome->started += crowd.started;
    outcome->damaged += crowd.damaged;
    outcome->ids_seen_twice += ids_seen_twice(crowd);
  }
}

} // namespace

// In a child, whose memory goes with it: the threads' stacks stay mapped.
void test() {
  const int rounds = setup::rounds(1);
  outcome = &setup::shared<Outcome>();
  int ended = 0;
  for (int i = 0; i < rounds; ++i)
    ended += setup::fork(gather).wait().value == 0;
  report("processes that ended otherwise", rounds - ended);
  report("threads that did not start", rounds * 3 * count - outcome->started);
  report("words of stacks that changed", outcome->damaged);
  report("ids seen twice", outcome->ids_seen_twice);
  report("interrupts", outcome->interrupts);
}
